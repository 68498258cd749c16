/** A standing instruction, from the signature to what becomes of the energy, on a real chain and a real database. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEMO_INDEX, demoAccount, demoConsumer } from '@/lib/chain/demo-keys'
import { instructionRevocationTypedData, instructionTypedData } from '@/lib/chain/intents/autopilot'
import { suspendCall } from '@/lib/chain/power'
import { instructionNonceOf } from '@/lib/chain/read-autopilot'
import { asViewer, asWorker } from '@/lib/db/client'
import { creditFates, heldCredits } from '@/lib/db/read/credits'
import { accountOf } from '@/lib/db/read/escrow'
import { instructionSteps, standingInstruction } from '@/lib/db/read/standing-instructions'
import { withDatabase } from '@/lib/db/testing/database'
import type { StandingInstruction } from '@/lib/domain/surplus/standing-instruction'
import { tick } from '@/lib/domain/surplus/tick'
import { bps, micro, microPerKwh } from '@/lib/domain/units/units'
import { claimSessions } from './claim-sessions'
import { clearSessions } from './clear-sessions'
import { followInstructions } from './follow-instructions'
import { followOnce } from './follow/follow'
import { giveInstruction } from './give-instruction'
import { prepareJobs, stopSender } from './jobs'
import { revokeInstruction } from './revoke-instruction'
import { addressOf, withMarket } from './testing/market'
import { follow, valueOf } from './testing/supply'
import { bid, exportedCredit, ifWaiting, mintExport, openSession, REGION, wrongSums } from './testing/surplus'
import { surplusOf } from './testing/surplus-market'

const database = withDatabase()
const { market } = withMarket()

const [roof, mill] = [demoConsumer(0), demoConsumer(1)]
const [exchange, grid, battery] = [DEMO_INDEX.exchange, DEMO_INDEX.grid, DEMO_INDEX.storage].map(demoAccount)
const viewer = { address: addressOf(roof) }
const named = (name: string) => ({ ok: false, refusal: expect.objectContaining({ name }) })
const starts = () => market().periods.map(({ start }) => start)
let sessions = 0n

beforeAll(async () => {
  await prepareJobs()
  await surplusOf(market()).fund(mill, micro(50_000_000n))
  await surplusOf(market()).fund(grid!, micro(50_000_000n))
  await surplusOf(market()).publishFeedIn(REGION, starts()[0]!, 350_000n)
  await surplusOf(market()).offerStorage({ efficiency: 8_800n, lifetime: 86_400 * 90, capacity: 600n })
  await followOnce()
}, 120_000)
afterAll(stopSender)

const place = () => {
  const { chainId, contracts } = market().deployment
  return { chainId, autopilot: contracts.Autopilot }
}

async function give(some: Partial<StandingInstruction>, signer = roof, as = viewer) {
  const instruction: StandingInstruction = {
    account: addressOf(roof),
    region: REGION,
    first: 'Return',
    reserve: tick(0n),
    storageId: 0,
    efficiency: bps(0n),
    rest: 'Keep',
    feedIn: microPerKwh(0n),
    from: starts()[0]!,
    until: starts()[5]!,
    nonce: await instructionNonceOf(addressOf(roof)),
    ...some,
  }
  const signature = await signer.signTypedData(instructionTypedData(place(), instruction))
  return giveInstruction(as, { instruction, signature })
}

async function revoke() {
  const nonce = await instructionNonceOf(addressOf(roof))
  const revocation = { account: addressOf(roof), region: REGION, nonce, expiry: starts()[5]! }
  const signature = await roof.signTypedData(instructionRevocationTypedData(place(), revocation))
  return revokeInstruction(viewer, { revocation, signature })
}

/** As the worker does it. @returns how many steps there were. */
async function turn(): Promise<number> {
  await followOnce()
  await ifWaiting('closed', (now) => clearSessions(now))
  await follow()
  while ((await ifWaiting('unclaimed', () => claimSessions())) > 0) await follow()
  const steps = await ifWaiting('instructed', followInstructions)
  await follow()
  return steps
}

const held = async () => (await asViewer(viewer, heldCredits)).map(({ kind, energy }) => [kind, energy])
const fates = () => asWorker((tx) => creditFates(tx, exportedCredit(starts()[0]!)))
const given = () => asViewer(viewer, (tx) => standingInstruction(tx, REGION))
const steps = async () =>
  (await asViewer(viewer, (tx) => instructionSteps(tx, 9))).map(({ use, energy }) => [use, energy])

describe('a standing instruction', () => {
  it('is taken from its owner alone, and seen by its owner alone', async () => {
    expect(await give({}, mill)).toEqual(named('SignatureInvalid'))
    expect(await give({}, roof, { address: addressOf(mill) })).toEqual(named('NotYourAccount'))
    expect(await give({ first: 'Store', storageId: 7 })).toEqual(named('StorageUnknown'))
    valueOf(await give({ first: 'Sell', reserve: tick(300n), rest: 'Return', feedIn: microPerKwh(350_000n) }))
    await follow()
    expect(await given()).toMatchObject({ first: 'Sell', reserve: 300n, rest: 'Return', feedIn: 350_000n, nonce: 0n })
    expect(await asViewer({ address: addressOf(mill) }, (tx) => standingInstruction(tx, REGION))).toBeNull()
  })

  it('lists what was exported at its reserve, and returns what is left, once each', async () => {
    await mintExport(market(), roof, starts()[0]!, 1_000n)
    expect(await turn()).toBe(0) // There is no session yet.
    const closeAt = await openSession(market(), starts()[0]!)
    sessions += 1n
    expect(await turn()).toBe(1)
    expect(await turn()).toBe(0)
    expect(await held()).toEqual([])
    await bid(market(), mill, { sessionId: sessions, energy: 400n, price: 320n })
    await market().moveTo(closeAt)
    // Cleared and claimed: 400 Wh at 300, because the lot asks no more; then 600 Wh go back at 0.35.
    expect(await turn()).toBe(1)
    expect(await turn()).toBe(0)
    expect(await steps()).toEqual([
      ['Return', 600n],
      ['Sell', 1_000n],
    ])
    expect(await accountOf(viewer)).toMatchObject({ free: 400n * 300n + 210_000n })
    expect(await fates()).toMatchObject({ exported: 1_000n, sold: 400n, returned: 600n, free: 0n })
  })

  it('stores what fits and keeps the rest', async () => {
    valueOf(await give({ first: 'Store', storageId: 1, efficiency: bps(8_800n), from: starts()[1]! }))
    await follow()
    await mintExport(market(), roof, starts()[0]!, 50n) // Of a period before its first.
    await mintExport(market(), roof, starts()[1]!, 700n)
    expect(await turn()).toBe(1)
    expect(await turn()).toBe(0)
    // 600 Wh at 88 %.
    expect(await held()).toEqual(
      expect.arrayContaining([
        ['Stored', 528n],
        ['Exported', 100n],
        ['Exported', 50n],
      ]),
    )
  })

  it('ends at once when it is revoked', async () => {
    valueOf(await give({ from: starts()[0]! }))
    await follow()
    valueOf(await revoke())
    await follow()
    expect(await given()).toBeNull()
    expect(await turn()).toBe(0)
    expect(await held()).toContainEqual(['Exported', 50n])
  })

  it('is told to its owner when it is refused', async () => {
    // Its storage has been suspended since.
    await surplusOf(market()).offerStorage({ efficiency: 8_800n, lifetime: 86_400, capacity: 600n })
    valueOf(await give({ first: 'Store', storageId: 2, efficiency: bps(8_800n) }))
    await follow()
    await market().send(exchange!, suspendCall(market().deployment.contracts, addressOf(battery!)))
    expect(await turn()).toBe(0)
    const refused = await database.query(
      "SELECT reason_name AS name, parties FROM refused_run WHERE kind = 'instruction'",
    )
    expect(refused).toContainEqual({ name: 'NotMember', parties: [addressOf(roof)] })
  })
})

describe('the market afterwards', () => {
  it('P9, P11: every unit and every Wh adds up', async () => {
    expect(await wrongSums()).toEqual([])
    expect(await database.query('SELECT kind FROM alarm')).toEqual([])
  })
})
