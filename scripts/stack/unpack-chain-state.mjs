// Run as a program: unpacks a saved chain state (first argument) to what anvil loads (second argument). A chain mines
// one block a second whether or not there is work; empty blocks that are more than an hour old are left out, and so
// are execution traces, which nothing reads. Blocks with transactions, receipts and logs all stay. Prints the time of
// the last block.
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

const RECENT_BLOCKS = 3600
const [from, to] = process.argv.slice(2)
if (!from || !to) throw new Error('usage: unpack-chain-state.mjs FROM TO')

const timeOf = ({ header }) => Number(header.timestamp)
const state = JSON.parse(gunzipSync(readFileSync(from)).toString('utf8'))
const head = Number(state.best_block_number)
if (!Number.isInteger(head) || !Array.isArray(state.blocks)) throw new Error('not a chain state')
// Every anvil begins with a first block of its own, also when it then loads another; its dump has both, in any order.
// The chain's own is the oldest: the later ones were made at the time of the head then loaded.
const first = Math.min(...state.blocks.filter(({ header }) => Number(header.number) === 0).map(timeOf))
state.blocks = state.blocks.filter((block) => {
  const number = Number(block.header.number)
  if (number === 0) return timeOf(block) === first
  return block.transactions.length > 0 || number > head - RECENT_BLOCKS
})
for (const transaction of state.transactions) transaction.info.traces = []
writeFileSync(`${to}.draft`, JSON.stringify(state), { mode: 0o600 })
renameSync(`${to}.draft`, to)
console.log(Number(state.block.timestamp))
