// .data/stack.json: who runs, on which ports, with which processes. It lets the next start find its ports again, and
// stop what a killed supervisor left behind.
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stopLeftover } from './child.mjs'
import { sharedFolder } from './postgres-home.mjs'
import { isSameProcess, recordOf } from './process-identity.mjs'

/**
 * @typedef {import('./process-identity.mjs').ProcessRecord} ProcessRecord
 * @typedef {{ supervisor?: ProcessRecord, url?: string, ports?: { web?: number, rpc?: number, database?: number },
 *   children?: { name: string, stopSignal?: NodeJS.Signals, record: ProcessRecord }[] }} StackRecord
 */

const fileIn = (dataDir) => join(dataDir, 'stack.json')

/** @returns {StackRecord} */
export function readRecord(dataDir) {
  try {
    return JSON.parse(readFileSync(fileIn(dataDir), 'utf8'))
  } catch {
    return {} // Missing, or cut short by a power failure: it only holds conveniences.
  }
}

/** @param {string} dataDir @param {StackRecord} record */
export function writeRecord(dataDir, record) {
  mkdirSync(dataDir, { recursive: true })
  const draft = `${fileIn(dataDir)}.${process.pid}`
  writeFileSync(draft, JSON.stringify(record, null, 2) + '\n')
  renameSync(draft, fileIn(dataDir))
}

/** The record of the stack that is running on this data folder now, if one is. */
export function runningStack(dataDir) {
  const record = readRecord(dataDir)
  return isSameProcess(record.supervisor) && record.supervisor?.pid !== process.pid ? record : null
}

/** Only one supervisor per data folder. Throws a message with the address of the one that runs. */
export function claim(dataDir) {
  mkdirSync(dataDir, { recursive: true })
  const running = runningStack(dataDir)
  if (running) throw new Error(alreadyRuns(running))
  const lock = join(dataDir, 'supervisor.lock')
  const mine = JSON.stringify(recordOf(process.pid, ['node']))
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      writeFileSync(lock, mine, { flag: 'wx' })
      return () => rmSync(lock, { force: true })
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      const holder = JSON.parse(readFileSync(lock, 'utf8') || '{}')
      if (holder.pid !== process.pid && isSameProcess(holder)) throw new Error(alreadyRuns(readRecord(dataDir)))
      rmSync(lock, { force: true })
    }
  }
  throw new Error('Another start of Switchyard in this folder was faster. Wait for it, then open its address.')
}

function alreadyRuns(record) {
  const where = record.url ? ` at ${record.url}` : ', and is still starting'
  return `Switchyard already runs in this folder${where}. Open that address, or stop it first (Ctrl-C in its terminal).`
}

/** Stops, newest first, what a supervisor that was killed left running. Returns the names of what was stopped. */
export async function stopLeftovers(dataDir) {
  const stopped = []
  for (const child of [...(readRecord(dataDir).children ?? [])].reverse()) {
    if (await stopLeftover(child)) stopped.push(child.name)
  }
  return stopped
}

/** Stops what still runs on a data folder, then erases it. @param {string} dataDir a folder whose supervisor is gone */
export async function eraseData(dataDir) {
  await stopLeftovers(dataDir)
  rmSync(sharedFolder(dataDir), { recursive: true, force: true })
  rmSync(dataDir, { recursive: true, force: true })
}
