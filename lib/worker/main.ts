/** The one worker: follower, relayer, settlement runs, revisions, imports, notices and, in the demo, the meters. Ends well on SIGTERM; may be killed at any time. */
import { disconnect } from '@/lib/db/client'
import { waitingUploads } from '@/lib/db/write/uploads'
import { loadEnv } from '@/lib/env'
import { FollowerHalted, followOnce } from '@/lib/services/follow/follow'
import { stopSender } from '@/lib/services/jobs'
import { tidyUploads } from '@/lib/services/read-upload'
import { relayOnce } from '@/lib/services/relay'
import { simulateDays } from '@/lib/services/simulate-days'
import { keepImporters } from './importers'
import { startJobs } from './jobs'
import { keepDoing } from './loop'
import { keepNotifying } from './notifier'
import { reviseDue, settleDue } from './settle-due'
import { surplusDue } from './surplus-due'

const FOLLOW_EVERY_MS = 500
/** Jobs wake the relayer; this is for what is under way, and for a job that was lost. */
const RELAY_EVERY_MS = 1_000
const SETTLE_EVERY_MS = 60_000
/** A true read leads to a revision as soon as the follower has seen it, and nothing wakes this then. */
const REVISE_EVERY_MS = 5_000
/** People wait for the end of a session in front of its page. */
const SURPLUS_EVERY_MS = 2_000
const SIMULATE_EVERY_MS = 60 * 60_000
/** A job says that a file waits; this is for those whose process was killed. */
const IMPORTS_EVERY_MS = 5_000

async function main(): Promise<void> {
  const settings = loadEnv()
  const { mode } = settings
  const follower = keepDoing('follower', FOLLOW_EVERY_MS, follow)
  const relayer = keepDoing('relayer', RELAY_EVERY_MS, relay)
  const settler = keepDoing('settlement', SETTLE_EVERY_MS, () => settleDue(mode))
  const reviser = keepDoing('revisions', REVISE_EVERY_MS, reviseDue)
  const surplus = keepDoing('surplus', SURPLUS_EVERY_MS, () => surplusDue(settings))
  const importers = keepImporters(() => imports.wake())
  const imports = keepDoing('imports', IMPORTS_EVERY_MS, async () => {
    await tidyUploads()
    importers.look(await waitingUploads())
  })
  const notifier = keepNotifying(settings)
  const simulator = mode === 'demo' ? keepDoing('simulated meters', SIMULATE_EVERY_MS, simulate) : null
  const boss = await startJobs({
    relay: relayer.wake,
    settle: settler.wake,
    revise: reviser.wake,
    import: imports.wake,
  })
  console.log(`worker: running (${mode})`)
  await signal()
  console.log('worker: ending')
  await imports.end()
  const loops = [follower, relayer, settler, reviser, surplus, notifier, ...(simulator ? [simulator] : [])]
  await Promise.all([importers.end(), ...loops.map((loop) => loop.end())])
  await boss.stop({ graceful: true, timeout: 5_000 })
  await stopSender()
  await disconnect()
}

/** A halted follower has said so in the database, where the health page finds it: it is no reason to end the others. */
async function follow(): Promise<void> {
  try {
    await followOnce()
  } catch (error) {
    if (!(error instanceof FollowerHalted)) throw error
    throw new Error(error.message)
  }
}

async function relay(): Promise<void> {
  const { trouble } = await relayOnce()
  if (trouble) throw new Error(`the queue stands still: ${trouble}`)
}

const simulate = () => simulateDays(Math.floor(Date.now() / 1000))

function signal(): Promise<void> {
  return new Promise((resolve) => {
    for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.once(name, () => resolve())
  })
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  },
)
