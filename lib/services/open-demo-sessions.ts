/**
 * Keeps the demo's surplus market open, signed by its exchange: there is always a session for energy that was exported in the last
 * settled period, and one for contracted energy of the running period; and every period has a feed-in price. Demo only: elsewhere the
 * exchange opens sessions itself.
 */
import { deployment } from '@/lib/chain/deployment'
import { DEMO_INDEX, demoAccount } from '@/lib/chain/demo-keys'
import { sendAs } from '@/lib/chain/demo-wallet'
import type { Call } from '@/lib/chain/intents/calls'
import { publishFeedInCall } from '@/lib/chain/intents/credits'
import { openSessionCall, type Opening } from '@/lib/chain/intents/surplus'
import { tryCall } from '@/lib/chain/relay'
import { asWorker } from '@/lib/db/client'
import { feedInPrice } from '@/lib/db/read/credits'
import { surplusSessions } from '@/lib/db/read/surplus-sessions'
import { latestTariffs, listPeriods, type PeriodRow } from '@/lib/db/read/tariffs'
import type { FeedInPrice } from '@/lib/domain/surplus/credits'
import type { SessionKind } from '@/lib/domain/surplus/session'

const MINUTE_S = 60
const MOST = 20
/** Short enough to see one end, long enough to join one. */
const TIMES: Record<SessionKind, { open: number; locked: number }> = {
  Exported: { open: 10 * MINUTE_S, locked: MINUTE_S },
  Contracted: { open: 60 * MINUTE_S, locked: 5 * MINUTE_S },
}

/** @param now the chain's clock as far as it was followed. @returns how many sessions were opened. */
export async function openDemoSessions(now: number): Promise<number> {
  const [table] = await latestTariffs()
  if (!table) return 0
  const { region } = table
  const periods = await listPeriods()
  const running = periods.find(({ start, end }) => start <= now && now < end)
  const over = periods.filter(({ end }) => end <= now)
  const settled = over.at(-1)
  await publishFeedIn(region, [over.at(-2), settled, running])
  let opened = 0
  if (settled && (await openOne({ region, period: settled, kind: 'Exported', now }))) opened++
  if (running && (await openOne({ region, period: running, kind: 'Contracted', now }))) opened++
  return opened
}

interface Wanted {
  region: number
  period: PeriodRow
  kind: SessionKind
  now: number
}

async function openOne({ region, period, kind, now }: Wanted): Promise<boolean> {
  const { start, end } = period
  const open = await asWorker((tx) => surplusSessions(tx, { region, kind, status: 'Open' }, MOST))
  const closeAt = now + TIMES[kind].open
  // One that has closed and is not cleared yet takes nothing more, and nobody waits for one that closes in days.
  if (open.some((one) => now < one.closeAt && one.closeAt <= closeAt)) return false
  if (kind === 'Contracted' && closeAt >= end) return false
  const opening: Opening = { region, start, kind, lockAt: closeAt - TIMES[kind].locked, closeAt }
  return sendIfPossible(openSessionCall(deployment().contracts, opening))
}

/** A period without a feed-in price gets the one of the period before. */
async function publishFeedIn(region: number, periods: readonly (PeriodRow | undefined)[]): Promise<void> {
  let last: FeedInPrice | null = null
  for (const period of periods) {
    if (!period) continue
    const { start } = period
    const known = await asWorker((tx) => feedInPrice(tx, region, start))
    if (!known && last) await sendIfPossible(publishFeedInCall(deployment().contracts, { region, start, ...last }))
    last = known ?? last
  }
}

/** Not where the demo has an exchange of its own, or somebody was faster. */
async function sendIfPossible(call: Call): Promise<boolean> {
  const exchange = demoAccount(DEMO_INDEX.exchange)
  if (!(await tryCall(exchange.address, call, 'latest')).ok) return false
  await sendAs(exchange, call)
  return true
}
