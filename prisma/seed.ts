/**
 * Seeds the demo market: twenty measured consumers sign offers, and twelve months of their real use are read, billed and
 * paid on the chain, with its clock moving month by month. Every step can be repeated: an interrupted seed goes on.
 */
import { writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { beginSeedClock, endSeedClock, moveTo, rpcAt } from '@/scripts/stack/chain-clock'
import { deployment } from '@/lib/chain/deployment'
import { headOf } from '@/lib/chain/logs'
import { readSeedState } from '@/lib/db/read/seed-state'
import { saveSeedState } from '@/lib/db/write/seed-state'
import { env } from '@/lib/env'
import { followOnce } from '@/lib/services/follow/follow'
import { prepareJobs } from '@/lib/services/jobs'
import { closingReads, openSupplies } from '@/lib/services/meter-simulator'
import { reconcile } from '@/lib/services/reconcile'
import { relayAll } from '@/lib/services/relay'
import { settlePeriod } from '@/lib/services/settle-period'
import { signOffer } from './seed/agreements'
import { publishCalendarAndTariffs, publishOffers, type SeedOffer } from './seed/market'
import { demoMembers, saveProfiles } from './seed/members'
import { registerMeter } from './seed/meters'
import { summary } from './seed/summary'
import { openStorage, tradeExports } from './seed/surplus'
import { tradeContracted } from './seed/surplus-contracted'
import { signSwitches } from './seed/switches'
import { planYear, type SeedYear } from './seed/year'

const MONTHS = 12
const SETTLE_AFTER_SECONDS = 3_600
/** The last switch is this old when the demo opens. */
const SIGNED_AGO_SECONDS = 120

export class SeedError extends Error {}

export async function seed(report: (line: string) => void): Promise<void> {
  if (await readSeedState('done')) return report('The demo market is there already.')
  const year = await yearBegun()
  const rpc = rpcAt(env.rpcUrl)
  await prepareJobs()
  await beginSeedClock(rpc, BigInt(year.chainStart))
  await saveProfiles(year)
  const offers = await openForBusiness(year, report)
  for (let month = 0; month <= MONTHS; month++) {
    const boundary = year.periods[month]?.start
    if (boundary === undefined) throw new SeedError('The seeded year is too short.')
    await moveTo(rpc, BigInt(boundary + SETTLE_AFTER_SECONDS))
    await rpc.request({ method: 'evm_mine' })
    await closeMonth()
    await tradeExports(year, month)
    await tradeContracted(year, month, rpc)
    await signSwitches({ year, offers }, month)
    await relayAndFollow()
    if (month > 0) report(`month ${month} of ${MONTHS} read, billed and paid`)
  }
  await moveTo(rpc, BigInt(Math.floor(Date.now() / 1000) - SIGNED_AGO_SECONDS))
  await rpc.request({ method: 'evm_mine' })
  await signSwitches({ year, offers }, 'now')
  await relayAndFollow()
  await endSeedClock(rpc)
  await followOnce()
  await writeMembersFile(year)
  const found = await reconcile()
  for (const line of summary(found)) report(line)
  if (!found.holds) throw new SeedError('The seeded year does not reconcile. Nothing of it can be trusted: start over.')
  await saveSeedState('done', { at: Date.now() })
}

/** Calendar, tariffs, offers, meters, signatures. */
async function openForBusiness(year: SeedYear, report: (line: string) => void): Promise<SeedOffer[]> {
  const at = deployment().contracts
  await publishCalendarAndTariffs(at, year)
  const offers = await publishOffers(at, year)
  await followOnce()
  report(`${offers.length} offers published under ${year.periods.length} settlement periods`)
  for (const [position] of year.consumers.entries()) {
    const meterId = await registerMeter(at, year, position)
    await followOnce()
    await signOffer(at, year, offers, { position, meterId })
  }
  await openStorage()
  await relayAndFollow()
  report(`${year.consumers.length} consumers signed, each with its own key and without gas`)
  return offers
}

/** What the worker does at a boundary: opening reads, then everything that is due. */
async function closeMonth(): Promise<void> {
  const { timestamp } = await headOf()
  await openSupplies(timestamp)
  await relayAndFollow()
  await settlePeriod(timestamp, closingReads)
  await relayAndFollow()
}

async function relayAndFollow(): Promise<void> {
  await relayAll()
  await followOnce()
}

/** A later run goes on with the year in which the seed first began. */
async function yearBegun(): Promise<SeedYear> {
  const known = (await readSeedState('begun')) as { at: number } | null
  const at = known?.at ?? Math.floor(Date.now() / 1000)
  const year = await planYear(at, env.marketTimeZone)
  if (known) return year
  await requireRoomFor(year)
  await saveSeedState('begun', { at })
  return year
}

/** Time on a chain never goes back: one that is at today's date has no room for the year before. */
async function requireRoomFor({ chainStart, periods: [first] }: SeedYear): Promise<void> {
  const { timestamp } = await headOf()
  if (first && timestamp < first.start) return
  throw new SeedError(
    `The chain at RPC_URL is at ${new Date(timestamp * 1000).toISOString().slice(0, 10)} already, and the demo lets the year ` +
      `before today go by on it. Start a new one with \`anvil --timestamp ${chainStart}\`, or remove RPC_URL: npm start ` +
      'then runs its own.',
  )
}

async function writeMembersFile(year: SeedYear): Promise<void> {
  const file = join(dirname(env.deploymentFile), 'demo-members.json')
  await writeFile(file, JSON.stringify(demoMembers(year), null, 2) + '\n')
}
