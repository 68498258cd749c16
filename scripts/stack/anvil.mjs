// The project's own EVM node. Anvil can save its state by itself, but loses the seconds before a kill and may leave
// half a file: the supervisor saves instead (chain-state.mjs), and a journal in the database covers the seconds
// between (restore-chain.ts).
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { forgetUnpacked, keepChainSaved, unpackChain } from './chain-state.mjs'
import { lastLines, startChild } from './child.mjs'
import { waitForPort } from './ports.mjs'
import { call, headNumber } from './rpc.mjs'

export const CHAIN_ID = 31337
const SECONDS_13_MONTHS = 396 * 86_400

function anvilProgram(root) {
  const system = { linux: 'linux', darwin: 'darwin', win32: 'win32' }[process.platform]
  const name = `@foundry-rs/anvil-${system}-${process.arch === 'x64' ? 'amd64' : process.arch}`
  try {
    return createRequire(join(root, 'package.json')).resolve(`${name}/bin/anvil${system === 'win32' ? '.exe' : ''}`)
  } catch {
    throw new Error(
      `There is no EVM node for this machine in node_modules (${name}). Run npm install, or set RPC_URL to a node of your own.`,
    )
  }
}

/**
 * Starts with a block for each transaction and none by the clock: a single block at today's time would be the end of
 * bringing back lost blocks, and of the seeded year, because time on a chain never goes back. Whoever does these
 * switches to a block every second afterwards (endSeedClock).
 * @param {{ root: string, dataDir: string, port: number, logDir: string,
 *   onProblem: (text: string) => void, onStart: (record: import('./process-identity.mjs').ProcessRecord) => void }} options
 */
export async function startAnvil({ root, dataDir, port, logDir, onProblem, onStart }) {
  const saved = unpackChain(root, dataDir)
  const args = ['--host', '127.0.0.1', '--port', String(port), '--chain-id', String(CHAIN_ID), '--hardfork', 'osaka']
  // First come, first mined: so that a block that is mined again keeps the order of its transactions.
  args.push('--order', 'fifo')
  // History is pruned: nobody reads old states, and one state a second would fill the memory.
  args.push('--accounts', '20', '--prune-history', '--no-request-size-limit', '--quiet')
  if (saved) args.push('--load-state', saved.file)
  // For a saved chain this is not the genesis time, which is in the file, but the time no new block may be before.
  const since = saved ? saved.timestamp : Math.floor(Date.now() / 1000) - SECONDS_13_MONTHS
  args.push('--timestamp', String(since))
  const child = startChild({
    name: 'chain',
    command: anvilProgram(root),
    args,
    names: ['anvil'],
    env: { PATH: process.env.PATH ?? '', HOME: dataDir },
    cwd: root,
    logDir,
  })
  onStart(child.record)
  const rpcUrl = `http://127.0.0.1:${port}`
  try {
    await waitForPort(port, { patienceMs: 60_000, hasEnded: child.hasEnded })
    const savedHead = await headNumber(rpcUrl)
    if (Number(await call(rpcUrl, 'eth_chainId')) !== CHAIN_ID) throw new Error('another chain answers on its port')
    if (saved) forgetUnpacked(dataDir)
    const keeper = keepChainSaved({ dataDir, rpcUrl, savedHead, onProblem })
    const stop = async () => {
      if (!child.hasEnded())
        await keeper.finish().catch((error) => onProblem(`The chain was not saved: ${error.message}`))
      else keeper.giveUp()
      await child.stop()
    }
    return { child: { ...child, stop }, rpcUrl, isNew: saved === null }
  } catch (error) {
    await child.stop()
    throw new Error(`The chain did not start: ${error.message}. It wrote:\n${lastLines(child.logFile)}`)
  }
}

/** Whether a node that is not ours can move its clock, as the seeded year needs. */
export async function isAnvil(rpcUrl) {
  return String(await call(rpcUrl, 'web3_clientVersion'))
    .toLowerCase()
    .startsWith('anvil')
}
