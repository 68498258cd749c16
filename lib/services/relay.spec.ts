/** The relayer dies at every point between storing and knowing; nothing is lost and nothing is done twice. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEMO_INDEX, demoAccount, demoConsumer } from '@/lib/chain/demo-keys'
import { permitTypedData } from '@/lib/chain/intents/permit'
import { minedNonce, relayerAccount, sendRaw, signTransaction, suggestFees, tryCall } from '@/lib/chain/relay'
import { escrowAccountOf, noncesOf, tokenDomain } from '@/lib/chain/read'
import { getRelay } from '@/lib/db/read/relays'
import { claimRelay, queuedCalls, type Outgoing } from '@/lib/db/write/relay-queue'
import { withDatabase } from '@/lib/db/testing/database'
import { micro } from '@/lib/domain/units/units'
import { deposit } from './deposit'
import { followOnce } from './follow/follow'
import { prepareJobs, stopSender } from './jobs'
import { relayAll, relayOnce } from './relay'
import { addressOf, withMarket } from './testing/market'

const database = withDatabase()
const { market } = withMarket()

const consumer = demoConsumer(0)
const viewer = { address: addressOf(consumer) }

beforeAll(prepareJobs, 60_000)
afterAll(stopSender)

async function queueDeposit(amount: bigint): Promise<string> {
  const deadline = market().periods[5]!.end
  const { permit: nonce } = await noncesOf(viewer.address)
  const value = micro(amount)
  const permit = { owner: viewer.address, spender: market().deployment.contracts.Escrow, value, nonce, deadline }
  const signature = await consumer.signTypedData(permitTypedData(tokenDomain(), permit))
  const queued = await deposit(viewer, { amount: value, deadline, signature })
  if (!queued.ok) throw new Error(queued.refusal.name)
  return queued.value
}

/** What the relayer does up to the moment before it sends. */
async function storeOnly(id: string): Promise<Outgoing> {
  const call = (await queuedCalls(10)).find((queued) => queued.id === id)!
  const { address } = relayerAccount()
  const [gas, fees] = [await tryCall(address, call, 'latest'), await suggestFees()]
  if (!gas.ok) throw new Error(gas.refusal.name)
  const { to, data } = call
  const stored = await claimRelay(id, await minedNonce(address), (nonce) =>
    signTransaction({ to, data, nonce, gas: gas.value, fees }),
  )
  return stored!
}

const free = async () => (await escrowAccountOf(viewer.address)).free
const statusOf = async (id: string) => (await getRelay(viewer, id))?.status

describe('a relayer that died', () => {
  it('after storing and before sending: the same transaction is sent', async () => {
    const before = await free()
    const id = await queueDeposit(1_000_000n)
    const { hash } = await storeOnly(id)
    await relayAll()
    expect(await getRelay(viewer, id)).toMatchObject({ status: 'mined', txHash: hash })
    expect(await free()).toBe(before + 1_000_000n)
  })

  it('after sending and before knowing: the outcome is found by its hash', async () => {
    const before = await free()
    const id = await queueDeposit(2_000_000n)
    const { raw } = await storeOnly(id)
    expect(await sendRaw(raw)).toBe('sent')
    expect(await statusOf(id)).toBe('sent')
    await relayAll()
    expect(await statusOf(id)).toBe('mined')
    expect(await free()).toBe(before + 2_000_000n)
  })

  it('and its nonce went to something else: the request goes back into the queue and is sent under another', async () => {
    const before = await free()
    const id = await queueDeposit(3_000_000n)
    const { nonce } = await storeOnly(id)
    await market().send(demoAccount(DEMO_INDEX.relayer), { to: viewer.address, data: '0x' })
    expect(await minedNonce(relayerAccount().address)).toBe(nonce + 1)
    await relayAll()
    expect(await statusOf(id)).toBe('mined')
    expect(await free()).toBe(before + 3_000_000n)
  })

  it('with a transaction in the pool that nobody mines: it is replaced for more, and one of the two counts', async () => {
    const before = await free()
    await market().rpc('evm_setAutomine', false)
    const id = await queueDeposit(4_000_000n)
    await relayOnce()
    const first = (await getRelay(viewer, id))?.txHash
    await database.query('UPDATE relay_request SET updated_at = updated_at - 60 WHERE id = $1', [id])
    await relayOnce()
    expect((await getRelay(viewer, id))?.txHash).not.toBe(first)
    await market().rpc('evm_setAutomine', true)
    await market().rpc('evm_mine')
    await relayAll()
    expect(await statusOf(id)).toBe('mined')
    expect(await free()).toBe(before + 4_000_000n)
  })
})

describe('the queue', () => {
  it('gives consecutive nonces to what is under way together, and is followed to the end', async () => {
    await market().rpc('evm_setAutomine', false)
    const ids = [await queueDeposit(5n)]
    await relayOnce()
    const { rows } = { rows: await database.query('SELECT nonce FROM relay_request WHERE status = $1', ['sent']) }
    expect(rows).toHaveLength(1)
    await market().rpc('evm_mine')
    await market().rpc('evm_setAutomine', true)
    await relayAll()
    await followOnce()
    expect(await Promise.all(ids.map(statusOf))).toEqual(['followed'])
  })

  it('names the refusal of a request that has become impossible', async () => {
    const [first, second] = [await queueDeposit(7n), await queueDeposit(7n)]
    await relayAll()
    expect(await statusOf(first)).toBe('mined')
    expect(await getRelay(viewer, second)).toMatchObject({
      status: 'refused',
      refusal: { name: 'ERC20InsufficientAllowance' },
    })
  })
})
