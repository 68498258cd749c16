/**
 * What the largest meter files cost the processes of a market that runs: memory of web, worker and the process that reads, above
 * what each holds when it has nothing to do. One file is longer than a file may be and does not say so; one is just short enough
 * and is read, merged and kept. UPLOAD_MEBIBYTES makes both smaller.
 */
import { disconnect, asWorker } from '@/lib/db/client'
import { saveMemberRoles } from '@/lib/db/write/members'
import { roleBit } from '@/lib/domain/members/role'
import { addMeter, OPERATOR } from '@/lib/services/testing/metered'
import { readRecord } from '../scripts/stack/record.mjs'
import { STACK_SETTINGS, startTestStack } from '../scripts/stack/test-stack.mjs'
import type { BenchReport, BenchResult } from './result'
import { bigFile, CHANNEL_MEBIBYTES } from './upload/big-file'
import { childOf, WatchedMemory } from './upload/memory'
import { ended, send, senderOf, type Sender } from './upload/sender'

const METER = 'BENCH0001'
const LARGEST_MEBIBYTES = 1_024
const MEBIBYTES = Number(process.env.UPLOAD_MEBIBYTES || LARGEST_MEBIBYTES)
const SETTLED_MS = 5_000

export async function run(): Promise<BenchReport> {
  if (!(MEBIBYTES >= 20 && MEBIBYTES <= LARGEST_MEBIBYTES)) throw new Error('UPLOAD_MEBIBYTES is not from 20 to 1024')
  const stack = await startTestStack({ seed: false, web: true })
  try {
    for (const name of STACK_SETTINGS) process.env[name] = stack.env[name]
    await asWorker((tx) => saveMemberRoles(tx, { address: OPERATOR, roles: roleBit('Grid') }))
    await addMeter(METER, `0x${'1'.repeat(64)}`)
    const sender = await senderOf({ url: stack.url, address: OPERATOR, secret: stack.env.NEXTAUTH_SECRET ?? '' })
    const results = await measure(sender, stack.dataDir)
    return { bench: 'upload', results }
  } finally {
    await disconnect()
    await stack.stop()
  }
}

async function measure(sender: Sender, dataDir: string): Promise<BenchResult[]> {
  const { children = [] } = readRecord(dataDir)
  const pid = (name: string) => children.find((child) => child.name === name)?.record.pid ?? 0
  // The first file of all starts the process that reads, and loads what the others have need of.
  await handIn(sender, 1)
  await new Promise((resolve) => setTimeout(resolve, SETTLED_MS))
  const reader = childOf(pid('worker'), 'importer.ts')
  if (reader === undefined) throw new Error('nobody reads files')
  const watched = [pid('web'), pid('worker'), reader].map((one) => new WatchedMemory(one))
  await refusedAsTooLong(sender)
  await handIn(sender, Math.floor((MEBIBYTES * 0.98) / CHANNEL_MEBIBYTES))
  return ['web', 'worker', 'reader'].map((name, index) => figure(`upload-memory-${name}`, watched[index]))
}

function figure(name: string, watched: WatchedMemory | undefined): BenchResult {
  const [value, idle] = [watched?.growth() ?? Number.NaN, watched?.idle ?? Number.NaN]
  const rounded = Math.round(value * 10) / 10
  return { name, value: rounded, unit: 'MiB', against: `above idle; idle: ${idle.toFixed(0)} MiB`, ratio: value / idle }
}

async function handIn(sender: Sender, channels: number): Promise<void> {
  const { status, body } = await send(sender, bigFile(METER, channels))
  const report = status === 202 ? await ended(sender, body.id) : body
  if (report.status !== 'done')
    throw new Error(`a file of ${channels} channels: ${JSON.stringify(report).slice(0, 500)}`)
}

async function refusedAsTooLong(sender: Sender): Promise<void> {
  const channels = Math.ceil((MEBIBYTES * 1.1) / CHANNEL_MEBIBYTES)
  if (MEBIBYTES < LARGEST_MEBIBYTES) return
  const { status, body } = await send(sender, bigFile(METER, channels))
  if (status === 422 && body.lines[0]?.name === 'FileTooLarge') return
  throw new Error(`a file that is too long was answered with ${status} ${JSON.stringify(body).slice(0, 500)}`)
}
