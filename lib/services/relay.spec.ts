/** The relayer dies at every point between storing and knowing; nothing is lost and nothing is done twice. */
import { encodeFunctionData } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEMO_INDEX, demoAccount, demoConsumer } from '@/lib/chain/demo-keys'
import { escrowAbi } from '@/lib/chain/contracts'
import { approveCall, mintCall } from '@/lib/chain/intents/calls'
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
import { withdraw } from './withdraw'

const database = withDatabase()
const { market } = withMarket()

const consumer = demoConsumer(0)
const viewer = { address: addressOf(consumer) }
const contracts = () => market().deployment.contracts

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

describe('a member who asks for too much', () => {
  it('waits until what it asked for is sent: the queue belongs to everybody', async () => {
    const outcomes: string[] = []
    for (let ask = 0; ask < 9; ask++) outcomes.push(await queueDeposit(9n).catch((error: Error) => error.message))
    expect(outcomes.slice(0, 8).every((id) => id.length === 36)).toBe(true)
    expect(outcomes[8]).toBe('TooManyRequests')
    await relayAll()
    expect(await statusOf(await queueDeposit(10n))).toBe('queued')
    await relayAll()
  })

  it('and whose wallet burns gas to check a signature, is refused and not paid for', async () => {
    const contractWallet = { address: `0x${'c0de'.repeat(10)}` as const }
    await market().send(demoAccount(DEMO_INDEX.deployer), mintCall(contracts(), contractWallet.address, micro(5n)))
    await market().rpc('anvil_impersonateAccount', contractWallet.address)
    await market().rpc('anvil_setBalance', contractWallet.address, '0xde0b6b3a7640000')
    const own = (to: string, data: string) =>
      market().rpc('eth_sendTransaction', { from: contractWallet.address, to, data })
    await own(contracts().SettlementToken, approveCall(contracts(), micro(5n)).data)
    await own(contracts().Escrow, encodeFunctionData({ abi: escrowAbi, functionName: 'deposit', args: [5n] }))
    // Counts down from 60,000, then says that the signature is valid (ERC-1271).
    await market().rpc(
      'anvil_setCode',
      contractWallet.address,
      '0x6200ea605b600190038060045750631626ba7e60e01b60005260206000f3',
    )
    const withdrawal = { account: contractWallet.address, to: viewer.address, amount: micro(5n), nonce: 0n }
    const asked = await withdraw(contractWallet, {
      withdrawal: { ...withdrawal, expiry: market().periods[5]!.end },
      signature: '0x00',
    })
    expect(asked.ok).toBe(true)
    await relayAll()
    expect(await getRelay(contractWallet, asked.ok ? asked.value : '')).toMatchObject({
      status: 'refused',
      refusal: { name: 'RequestTooLarge' },
    })
  })
})
