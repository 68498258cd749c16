// The saved state of the chain: .data/chain/state.json.gz and the one before it. A file is written beside its place,
// flushed to the disk and renamed, so that a kill at any instant leaves a whole file.
import { spawnSync } from 'node:child_process'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { call, callMany, headNumber } from './rpc.mjs'

const paths = (dataDir) => {
  const folder = join(dataDir, 'chain')
  return {
    folder,
    state: join(folder, 'state.json.gz'),
    previous: join(folder, 'state.previous.json.gz'),
    draft: join(folder, 'state.draft.json.gz'),
    loaded: join(folder, 'load.json'),
  }
}

function sync(path) {
  const file = openSync(path, 'r')
  fsyncSync(file)
  closeSync(file)
}

function writeState(dataDir, bytes) {
  const { folder, state, previous, draft } = paths(dataDir)
  mkdirSync(folder, { recursive: true })
  const file = openSync(draft, 'w')
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
  fsyncSync(file)
  closeSync(file)
  if (existsSync(state)) renameSync(state, previous)
  renameSync(draft, state)
  sync(folder)
}

/**
 * Asks anvil for its state. Anvil reads its blocks and its accounts one after the other: if a block was mined between,
 * the two do not belong together, so the head must be the same before and after.
 * @returns {Promise<number | null>} the saved head, or null if the chain moved on every try
 */
export async function saveChain(dataDir, rpcUrl) {
  for (let attempt = 0; attempt < 5; attempt++) {
    const head = await headNumber(rpcUrl)
    const dump = await call(rpcUrl, 'anvil_dumpState')
    if ((await headNumber(rpcUrl)) !== head) continue
    writeState(dataDir, Buffer.from(dump.slice(2), 'hex')) // Already gzipped by anvil.
    return head
  }
  return null
}

/**
 * Unpacks the newest saved state that is whole, for --load-state. The blocks that were mined after it are mined again
 * from the journal, so falling back to the previous file loses nothing.
 * @returns {{ file: string, timestamp: number } | null} what to load, or null if no state was ever saved
 */
export function unpackChain(root, dataDir) {
  const { state, previous, loaded } = paths(dataDir)
  const saved = [state, previous].filter((file) => existsSync(file))
  if (saved.length === 0) return null
  for (const file of saved) {
    // In a process of its own: a chain that ran for days is large, and the supervisor should stay small.
    const args = [join(root, 'scripts/stack/unpack-chain-state.mjs'), file, loaded]
    const unpacked = spawnSync(process.execPath, args, { encoding: 'utf8' })
    if (unpacked.status === 0) return { file: loaded, timestamp: Number(unpacked.stdout) }
  }
  throw new Error(
    `The saved chain in ${paths(dataDir).folder} cannot be read. Restore that folder from a backup, or start over with \`npm start -- --fresh\`.`,
  )
}

export function forgetUnpacked(dataDir) {
  rmSync(paths(dataDir).loaded, { force: true })
}

async function anyTransactions(rpcUrl, from, to) {
  for (let first = from; first <= to; first += 200) {
    const calls = []
    for (let number = first; number <= Math.min(to, first + 199); number++) {
      calls.push({ method: 'eth_getBlockTransactionCountByNumber', params: [`0x${number.toString(16)}`] })
    }
    if ((await callMany(rpcUrl, calls)).some((count) => Number(count) > 0)) return true
  }
  return false
}

/**
 * Saves every 15 s when transactions came, and every 10 min without any: the empty blocks since the saved head are
 * mined again after a crash, about 2 ms each.
 * @param {{ dataDir: string, rpcUrl: string, savedHead: number, onProblem: (text: string) => void, everyMs?: number }} options
 */
export function keepChainSaved({ dataDir, rpcUrl, savedHead, onProblem, everyMs = 15_000 }) {
  let looked = savedHead
  let unsaved = false
  let savedAt = Date.now()
  let running = Promise.resolve()
  const tick = async () => {
    const head = await headNumber(rpcUrl)
    unsaved ||= head > looked && (await anyTransactions(rpcUrl, looked + 1, head))
    looked = head
    const idle = Date.now() - savedAt > 600_000
    if (!unsaved && !idle) return
    if ((await saveChain(dataDir, rpcUrl)) === null) return // A busy chain (the seed): next time.
    unsaved = false
    savedAt = Date.now()
  }
  const timer = setInterval(() => {
    running = running.then(tick).catch((error) => onProblem(`The chain could not be saved: ${error.message}`))
  }, everyMs)
  return {
    giveUp: () => clearInterval(timer),
    /** Stops the mining, so that nothing can follow the last save, and saves. */
    async finish() {
      clearInterval(timer)
      await running
      await call(rpcUrl, 'evm_setAutomine', false)
      await call(rpcUrl, 'evm_setIntervalMining', 0)
      if ((await saveChain(dataDir, rpcUrl)) === null)
        throw new Error('The chain kept moving while it was being saved.')
    },
  }
}
