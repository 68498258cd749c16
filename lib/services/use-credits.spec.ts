/** Storing and returning exported energy, and a voucher, from the signature to the rows, on a real chain and a real database. */
import { encodeFunctionData } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { voucherFromText, voucherText } from '@/lib/chain/coding/voucher'
import { voucherSigner } from '@/lib/chain/coding/voucher-signer'
import { energyCreditsAbi } from '@/lib/chain/contracts'
import { DEMO_INDEX, demoAccount, demoConsumer } from '@/lib/chain/demo-keys'
import {
  redeemCall,
  returningTypedData,
  storingTypedData,
  voucherNonce,
  voucherTypedData,
  type Returning,
  type Storing,
} from '@/lib/chain/intents/credits'
import { asViewer } from '@/lib/db/client'
import { heldCredits, ownFates } from '@/lib/db/read/credits'
import { accountOf } from '@/lib/db/read/escrow'
import { withDatabase } from '@/lib/db/testing/database'
import { wh } from '@/lib/domain/units/units'
import { followOnce } from './follow/follow'
import { prepareJobs, stopSender } from './jobs'
import { returnCredits } from './return-credits'
import { storeCredits } from './store-credits'
import { addressOf, withMarket } from './testing/market'
import { follow, valueOf } from './testing/supply'
import { exportedCredit, mintExport, REGION } from './testing/surplus'
import { surplusOf } from './testing/surplus-market'

withDatabase()
const { market } = withMarket()

const [roof, mill] = [demoConsumer(0), demoConsumer(1)]
const [exchange, grid, battery, station] = [
  DEMO_INDEX.exchange,
  DEMO_INDEX.grid,
  DEMO_INDEX.storage,
  DEMO_INDEX.chargingPoint,
].map(demoAccount)
const viewer = { address: addressOf(roof) }
const stationViewer = { address: addressOf(station!) }
const named = (name: string) => ({ ok: false, refusal: expect.objectContaining({ name }) })
const starts = () => market().periods.map(({ start }) => start)
const FAR = 2_000_000_000
let key = 1n

beforeAll(async () => {
  await prepareJobs()
  await surplusOf(market()).fund(grid!, 50_000_000n)
  await credits(exchange!, 'publishFeedIn', [REGION, starts()[0], { payer: addressOf(grid!), price: 350_000n }])
  await credits(battery!, 'offerStorage', [{ efficiency: 8_800, lifetime: 86_400 * 90, capacity: 600n }])
  await mintExport(market(), roof, starts()[0]!, 1_000n)
  await mintExport(market(), roof, starts()[1]!, 10n)
  await followOnce()
}, 120_000)
afterAll(stopSender)

async function credits(sender: typeof roof, functionName: string, args: readonly unknown[]) {
  const data = encodeFunctionData({ abi: energyCreditsAbi, functionName, args } as never)
  await market().send(sender, { to: market().deployment.contracts.EnergyCredits, data })
}

const place = () => {
  const { chainId, contracts } = market().deployment
  return { chainId, energyCredits: contracts.EnergyCredits }
}
const intent = () => ({
  account: addressOf(roof),
  creditId: exportedCredit(starts()[0]!),
  nonce: voucherNonce(key++),
  expiry: FAR,
})

async function give(some: Partial<Returning>, signer = roof, as = viewer) {
  const returning: Returning = { ...intent(), energy: wh(100n), ...some }
  return returnCredits(as, { returning, signature: await signer.signTypedData(returningTypedData(place(), returning)) })
}
async function store(some: Partial<Storing>, signer = roof, as = viewer) {
  const storing: Storing = { ...intent(), energy: wh(100n), storageId: 1, ...some }
  return storeCredits(as, { storing, signature: await signer.signTypedData(storingTypedData(place(), storing)) })
}

const held = async (of = viewer) =>
  (await asViewer(of, heldCredits))
    .filter(({ start }) => start === starts()[0])
    .map(({ kind, energy }) => [kind, energy])

describe('returning energy to the grid', () => {
  it('is refused by the contract’s names, before and by the contract', async () => {
    expect(await give({}, roof, { address: addressOf(mill) })).toEqual(named('NotYourAccount'))
    expect(await give({ energy: wh(1_001n) })).toEqual(named('CreditsShort'))
    expect(await give({ energy: wh(0n) })).toEqual(named('EnergyZero'))
    expect(await give({ creditId: exportedCredit(starts()[1]!), energy: wh(10n) })).toEqual(named('FeedInUnknown'))
    expect(await give({}, mill)).toEqual(named('SignatureInvalid'))
    expect(await give({ expiry: 1 })).toEqual(named('IntentExpired'))
    expect(await held()).toEqual([['Exported', 1_000n]])
  })

  it('is paid at once', async () => {
    const { free } = await accountOf(viewer)
    // 101 Wh × ¥0.35 = ¥0.03535
    expect(valueOf(await give({ energy: wh(101n) })).amount).toBe(35_350n)
    await follow()
    expect((await accountOf(viewer)).free - free).toBe(35_350n)
    expect(await held()).toEqual([['Exported', 899n]])
  })
})

describe('storing energy', () => {
  it('is refused by the contract’s names', async () => {
    expect(await store({ energy: wh(601n) })).toEqual(named('StorageFull'))
    expect(await store({ storageId: 2 })).toEqual(named('StorageUnknown'))
    expect(await store({ energy: wh(1n) })).toEqual(named('EnergyZero'))
    expect(await store({}, mill)).toEqual(named('SignatureInvalid'))
  })

  it('leaves what the efficiency says, to use until the expiry that was said', async () => {
    // 101 × 88 % = 88.88
    const { stored } = valueOf(await store({ energy: wh(101n) }))
    expect(stored.energy).toBe(88n)
    await follow()
    const found = (await asViewer(viewer, heldCredits)).find(({ kind }) => kind === 'Stored')
    expect(found).toMatchObject({ energy: 88n, expiry: stored.expiry })
  })
})

describe('a voucher', () => {
  it('goes from its owner to the charging point as text, and is good once', async () => {
    const { energy, ...facts } = { ...intent(), energy: wh(200n) }
    const voucher = { ...facts, most: energy, station: addressOf(station!) }
    const signature = await roof.signTypedData(voucherTypedData(place(), voucher))
    const read = valueOf(voucherFromText(voucherText({ voucher, signature }, place()), place()))
    expect(await voucherSigner(read, place())).toBe('owner')
    const call = redeemCall(market().deployment.contracts, read.voucher, wh(150n), read.signature)
    await market().send(station!, call)
    await followOnce()
    expect(await held()).toContainEqual(['Exported', 899n - 101n - 150n])
    expect(await held(stationViewer)).toEqual([['Usable', 150n]])
    await expect(market().send(station!, call)).rejects.toThrow()
  })

  it('leaves a ledger that adds up to the export', async () => {
    const fates = (await asViewer(viewer, ownFates)).find(({ start }) => start === starts()[0])
    expect(fates).toMatchObject({ exported: 1_000n, returned: 101n, stored: 101n, redeemed: 150n, held: 648n })
  })
})
