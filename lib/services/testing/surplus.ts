/** Shorthands for specs about runs of the surplus market: one region, sessions of an hour, lots of exported energy alone. */
import { numberToHex } from 'viem'
import type { HDAccount } from 'viem/accounts'
import { creditId } from '@/lib/chain/coding/credit'
import { headOf } from '@/lib/chain/logs'
import { followedTime } from '@/lib/db/read/sessions-due'
import { surplusWaits, type SurplusWaits } from '@/lib/db/read/surplus-waits'
import type { SessionKind } from '@/lib/domain/surplus/session'
import { reconcile } from '../reconcile'
import type { TestMarket } from './market'
import { surplusOf } from './surplus-market'

export const REGION = 42
const HOUR_S = 3_600

export const exportedCredit = (start: number): bigint =>
  creditId({ kind: 'Exported', region: REGION, start, expiry: 0, storageId: 0 })

export async function mintExport(market: TestMarket, account: HDAccount, start: number, energy: bigint): Promise<void> {
  await surplusOf(market).mint(account, { region: REGION, start, energy })
}

/** Locks in half an hour and closes in one. @returns when it closes. */
export async function openSession(market: TestMarket, start: number, kind: SessionKind = 'Exported'): Promise<number> {
  const { timestamp } = await headOf()
  const times = { lockAt: timestamp + HOUR_S / 2, closeAt: timestamp + HOUR_S }
  await surplusOf(market).open({ region: REGION, start, kind, ...times })
  return times.closeAt
}

interface Placed {
  sessionId: bigint
  energy: bigint
  price: bigint
}

export async function bid(market: TestMarket, account: HDAccount, { sessionId, ...placed }: Placed): Promise<void> {
  await surplusOf(market).bid(account, { session: sessionId, ...placed })
}

/** Of credits for what was exported in the period that starts then. */
export async function list(market: TestMarket, account: HDAccount, start: number, placed: Placed): Promise<void> {
  const { sessionId, ...rest } = placed
  const subject = numberToHex(exportedCredit(start), { size: 32 })
  await surplusOf(market).list(account, { session: sessionId, subject, ...rest })
}

/** A part of the worker's turn as the worker does it: not at all where nothing waits for it. */
export async function ifWaiting(what: keyof SurplusWaits, part: (now: number) => Promise<number>): Promise<number> {
  const now = (await followedTime())!
  return (await surplusWaits(now))[what] ? part(now) : 0
}

/** What does not add up; these credits were made without a meter. */
export async function wrongSums(): Promise<string[]> {
  const { checks } = await reconcile()
  return checks.filter(({ name, holds }) => !holds && name !== 'exportsEqualMeters').map(({ name }) => name)
}
