/** Is everything running? No secrets, and nothing about anybody. */
import { deployment } from '@/lib/chain/deployment'
import { chainId, headOf } from '@/lib/chain/logs'
import { readHealth, type HealthRow } from '@/lib/db/read/health'

export interface Health {
  ok: boolean
  chain: { id: number; head: number } | null
  /** `halted` is there only when it has stopped for good, and says why. */
  follower: { block: number; lag: number; halted?: string } | null
  database: boolean
  worker: boolean
}

/** The follower looks twice a second; a worker that was silent for this long is not running. */
const SILENCE_S = 15
/** Blocks the follower may be behind before people would see old rows. */
const MOST_LAG = 20
const PATIENCE_MS = 5_000

/** @param now UTC seconds */
export async function health(now: number): Promise<Health> {
  const [chain, row] = await Promise.all([inTime(chainHead()), inTime(readHealth())])
  const follower = chain && row ? followerOf(row, chain) : null
  const worker = row !== null && isAlive(row, now)
  const ok = chain !== null && worker && follower !== null && follower.halted === undefined && follower.lag <= MOST_LAG
  return { ok, chain, follower, database: row !== null, worker }
}

async function chainHead(): Promise<{ id: number; head: number }> {
  const [id, { number }] = await Promise.all([chainId(), headOf()])
  if (id !== deployment().chainId) throw new Error('another chain answers')
  return { id, head: number }
}

function followerOf({ block, haltedReason }: HealthRow, chain: { head: number }): NonNullable<Health['follower']> {
  const followed = Number(block ?? 0n)
  const place = { block: followed, lag: Math.max(0, chain.head - followed) }
  return haltedReason === null ? place : { ...place, halted: haltedReason }
}

function isAlive({ followedAt }: HealthRow, now: number): boolean {
  return followedAt !== null && now - followedAt <= SILENCE_S
}

/** Null for whatever does not answer in time. */
async function inTime<T>(answer: Promise<T>): Promise<T | null> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), PATIENCE_MS)
  })
  try {
    return await Promise.race([answer, late])
  } catch {
    return null
  } finally {
    clearTimeout(timer)
  }
}
