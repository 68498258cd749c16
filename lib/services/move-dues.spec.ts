/** Credits that are due to an agreement outlive it, on a real chain and a real database. */
import { encodeFunctionData, numberToHex } from 'viem'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { creditId } from '@/lib/chain/coding/credit'
import { energyCreditsAbi } from '@/lib/chain/contracts'
import { offerId } from '@/lib/chain/ids'
import { demoConsumer } from '@/lib/chain/demo-keys'
import { putCall } from '@/lib/chain/intents/surplus'
import { asViewer } from '@/lib/db/client'
import { dueOf } from '@/lib/db/read/due'
import { withDatabase } from '@/lib/db/testing/database'
import type { Hex } from '@/lib/domain/units/hex'
import { micro, wh } from '@/lib/domain/units/units'
import { followOnce } from './follow/follow'
import { prepareJobs, stopSender } from './jobs'
import { moveDues } from './move-dues'
import { ownDues } from './own-dues'
import { withMarket } from './testing/market'
import { ifWaiting } from './testing/surplus'
import { follow, signSupply, valueOf, viewerOf } from './testing/supply'
import { switchingOn } from './testing/switching'

withDatabase()
const { market } = withMarket()
const CONSUMER = 0
const REGION = 42
const DUE = 700n
const viewer = viewerOf(CONSUMER)
let second: Hex
const { currentId, publish, trySwitch, tryEnd } = switchingOn(market, () => second)
const dueTo = (id: string) => asViewer(viewer, (tx) => dueOf(tx, id))
const turn = () => ifWaiting('due', moveDues)

beforeAll(async () => {
  await prepareJobs()
  const terms = { exitFee: micro(0n), noticeDays: 0, coolingOffDays: 14, termPeriods: 12 }
  const first = offerId(await publish(0, terms, 400_000n))
  second = offerId(await publish(1, terms, 380_000n))
  await followOnce()
  await signSupply(market(), CONSUMER, first)
}, 60_000)
afterAll(stopSender)

it('what is due to an agreement that is cancelled goes to the one that supplies', async () => {
  const old = await currentId()
  const { agreementId } = valueOf(await trySwitch())
  await follow()
  await put(agreementId)
  await follow()
  expect(await dueTo(agreementId)).toBe(DUE)
  // Flat, at ¥0.40 and ¥0.38.
  expect(await ownDues(viewer)).toMatchObject([
    { id: old, due: 0n, ended: false, region: REGION, energyPrice: 400_000n },
    { id: agreementId, due: DUE, ended: false, region: REGION, energyPrice: 380_000n },
  ])
  expect(await ownDues(viewerOf(CONSUMER + 1)), 'they are another’s').toEqual([])
  expect(await turn(), 'it has not ended').toBe(0)

  valueOf(await tryEnd(agreementId))
  await follow()
  expect(await turn()).toBe(1)
  expect(await turn(), 'it is under way').toBe(0)
  await follow()
  expect([await dueTo(agreementId), await dueTo(old)]).toEqual([0n, DUE])
  expect(await ownDues(viewer)).toContainEqual(expect.objectContaining({ id: agreementId, due: 0n, ended: true }))
  expect(await turn()).toBe(0)
})

/** Usable credits, as won in a session, that their owner puts on an agreement itself. */
async function put(agreementId: string): Promise<void> {
  const { contracts: at } = market().deployment
  const { start } = market().periods[0]!
  const ether = numberToHex(10n ** 18n)
  const args = [viewer.address, REGION, start, DUE] as const
  const data = encodeFunctionData({ abi: energyCreditsAbi, functionName: 'grant', args })
  for (const one of [at.SurplusBook, viewer.address]) await market().rpc('anvil_setBalance', one, ether)
  await market().rpc('anvil_impersonateAccount', at.SurplusBook)
  await market().rpc('eth_sendTransaction', { from: at.SurplusBook, to: at.EnergyCredits, data })
  await market().rpc('anvil_stopImpersonatingAccount', at.SurplusBook)
  const { terms } = (await ownDues(viewer)).find(({ id }) => id === agreementId)!
  const usable = creditId({ kind: 'Usable', region: REGION, start, expiry: 0, storageId: 0 })
  const call = putCall(at, { creditId: usable, energy: wh(DUE), agreement: { terms, period: 0 } })
  await market().send(demoConsumer(CONSUMER), call)
}
