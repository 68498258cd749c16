/** The follower against a real database, on a chain in memory. */
import { encodeErrorResult } from 'viem'
import { beforeEach, describe, expect, it } from 'vitest'
import { errorsAbi } from '@/lib/chain/contracts'
import { asViewer, asWorker } from '@/lib/db/client'
import { getRelay } from '@/lib/db/read/relays'
import { withDatabase } from '@/lib/db/testing/database'
import { claimRelay, insertRelays } from '@/lib/db/write/relay-queue'
import { saveRelayMined } from '@/lib/db/write/relays'
import { pack, unpack } from '@/lib/domain/billing/lines'
import type { Hex } from '@/lib/domain/units/hex'
import { micro } from '@/lib/domain/units/units'
import { followOnce } from './follow'
import { handle } from './handlers'
import { accounts, billOf, contracts, settled, sideA, sideB, skipped } from './market.sample'
import { emptyRows, marketChain, projections } from './projections.sample'

const database = withDatabase()

async function accountIn(address: string) {
  const sql = 'SELECT free::text, locked::text FROM escrow_account WHERE address = $1'
  return (await database.query(sql, [address.toLowerCase()]))[0]
}

beforeEach(() => emptyRows(database))

describe('following', () => {
  it('turns events into rows and balances', async () => {
    const chain = marketChain()
    expect(await followOnce(chain)).toEqual({ block: 4, lag: 0 })
    expect(await accountIn(accounts.consumerA)).toEqual({ free: '995500000', locked: '4500000' })
    chain.mine(settled(sideA))
    expect(await followOnce(chain)).toEqual({ block: 5, lag: 0 })
    const { total } = billOf(sideA)
    expect(await accountIn(accounts.consumerA)).toEqual({ free: String(995_500_000n - total), locked: '4500000' })
    const [agreement] = await database.query('SELECT periods, settled_until::text FROM agreement WHERE id = $1', [
      sideA.agreementId,
    ])
    expect(agreement).toEqual({ periods: 1, settled_until: '1769875200' })
    expect(await database.query('SELECT * FROM alarm')).toEqual([])
  })

  it('P1, P2: credits what it debits', async () => {
    const chain = marketChain()
    chain.mine([...settled(sideA), ...settled(sideB)])
    await followOnce(chain)
    const [sum] = await database.query(`SELECT sum(free + locked)::text AS held FROM escrow_account`)
    expect(sum).toEqual({ held: '2000000000' })
    const [moved] = await database.query(
      `SELECT sum(amount)::text AS zero FROM escrow_movement WHERE kind IN ('bill', 'income')`,
    )
    expect(moved).toEqual({ zero: '0' })
  })

  it('P12: keeps lines that add up to the bill, each with its payee', async () => {
    const chain = marketChain()
    chain.mine(settled(sideA))
    await followOnce(chain)
    const lines = await database.query('SELECT kind, payee_address, amount::text FROM bill_line ORDER BY position')
    const { retailer, grid, government } = { ...accounts, retailer: accounts.retailerA }
    expect(lines.map(({ kind, payee_address }) => [kind, payee_address])).toEqual([
      ['Energy', retailer.toLowerCase()],
      ['Network', grid.toLowerCase()],
      ['GovernmentFund', government.toLowerCase()],
      ['Excess', retailer.toLowerCase()],
    ])
    expect(lines.reduce((sum, { amount }) => sum + BigInt(String(amount)), 0n)).toBe(billOf(sideA).total)
  })

  it('applies every event twice without a second effect', async () => {
    const chain = marketChain()
    chain.mine([...settled(sideA), skipped(sideB)])
    chain.mine([
      { contract: 'OfferBook', name: 'OfferWithdrawn', args: { offerId: sideB.offerId, retailer: sideB.retailer } },
    ])
    await followOnce(chain)
    const once = await projections(database)
    for (const fact of chain.blocks.flatMap(({ logs }) => logs)) {
      await asWorker(async (tx) => {
        await handle({ tx, fact, contracts })
        await handle({ tx, fact, contracts })
      })
    }
    expect(await projections(database)).toEqual(once)
    expect(await followOnce(chain)).toEqual({ block: 6, lag: 0 })
    expect(await projections(database)).toEqual(once)
  })

  it('goes on where it stood, over more blocks than fit in a chunk', async () => {
    const chain = marketChain()
    for (let block = 0; block < 500; block++) chain.mine([])
    chain.mine(settled(sideA))
    expect(await followOnce(chain)).toEqual({ block: 505, lag: 0 })
    const [journal] = await database.query(`SELECT count(*)::int AS blocks, min(number)::int AS first FROM chain_block`)
    expect(journal).toEqual({ blocks: 3 + 257, first: 1 })
  })

  it('lets two followers share one database', async () => {
    const chain = marketChain()
    chain.mine(settled(sideA))
    await followOnce(chain)
    const once = await projections(database)
    await emptyRows(database)
    await Promise.all([followOnce(chain), followOnce(chain), followOnce(chain)])
    expect(await followOnce(chain)).toEqual({ block: 5, lag: 0 })
    expect(await projections(database)).toEqual(once)
  })

  it('marks a relayed transaction followed with the block that holds its events', async () => {
    const requester = { address: accounts.consumerA }
    const [id = ''] = await asViewer(requester, (tx) =>
      insertRelays(tx, requester.address, [{ kind: 'sign', payload: {} }]),
    )
    const chain = marketChain()
    const txHash = chain.blocks[4]!.logs[0]!.txHash
    await claimRelay(id, 0, async (nonce) => ({ hash: txHash as Hex, raw: '0x00', nonce }))
    await followOnce(chain)
    await asWorker((tx) => saveRelayMined(tx, id, { blockNumber: 4n }))
    expect(await getRelay(requester, id)).toMatchObject({ status: 'followed', blockNumber: 4n })
    chain.reorganise(3, 'second')
    chain.mine([])
    await followOnce(chain)
    expect(await getRelay(requester, id)).toMatchObject({ status: 'sent', blockNumber: null })
  })

  it('names the refusal of a skipped settlement, and ignores terms that nobody signed', async () => {
    const chain = marketChain()
    chain.mine([skipped(sideA), skipped({ ...sideA, agreementId: `0x${'9'.repeat(64)}` })])
    await followOnce(chain)
    const skips = await database.query('SELECT start::text, reason_name, reason_facts FROM settlement_skip')
    expect(skips).toEqual([
      {
        start: '1767196800',
        reason_name: 'BillAboveAverage',
        reason_facts: { agreementId: sideA.agreementId, bill: '5', limit: '3' },
      },
    ])
  })
})

describe('a stranger who calls settle', () => {
  const skip = (reason: Hex) => ({
    contract: 'Settlement',
    name: 'SettlementSkipped',
    args: { agreementId: sideA.agreementId, reason },
  })
  const error = (name: 'ReadSignatureInvalid' | 'PeriodNotNext') =>
    name === 'PeriodNotNext'
      ? encodeErrorResult({ abi: errorsAbi, errorName: name, args: [sideA.agreementId, 5, 3] })
      : encodeErrorResult({ abi: errorsAbi, errorName: name, args: [sideA.meterId] })
  const reasons = async () =>
    (await database.query('SELECT reason_name FROM settlement_skip')).map(({ reason_name }) => reason_name)

  it('with a wrong read, with too little gas or once more, says nothing about a customer', async () => {
    const chain = marketChain()
    chain.mine([skip(error('ReadSignatureInvalid')), skip('0x'), skip(error('PeriodNotNext'))])
    await followOnce(chain)
    expect(await reasons()).toEqual([])
  })

  it('is told apart from our own run, of which the newest refusal is kept', async () => {
    const chain = marketChain()
    const { logs } = chain.mine([skipped(sideA), skip(error('ReadSignatureInvalid')), skip(error('PeriodNotNext'))])
    const [id = ''] = await asWorker((tx) => insertRelays(tx, accounts.exchange, [{ kind: 'settle', payload: {} }]))
    await claimRelay(id, 0, async (nonce) => ({ hash: logs[0]!.txHash as Hex, raw: '0x00', nonce }))
    await followOnce(chain)
    expect(await reasons()).toEqual(['ReadSignatureInvalid'])
  })

  it('fills blocks with more events than fit in one transaction of the database, and stops nothing', async () => {
    const chain = marketChain()
    for (let block = 0; block < 3; block++) chain.mine(Array.from({ length: 1_500 }, () => skip('0x')))
    expect(await followOnce(chain)).toEqual({ block: 7, lag: 0 })
    expect(await reasons()).toEqual([])
  })
})

describe('the preview alarm', () => {
  it('rings when a settled line differs from our own rule by one unit', async () => {
    const chain = marketChain()
    const events = settled(sideA).map((event) => {
      if (event.name !== 'BillSettled') return event
      const [first = 0n, ...rest] = event.args.lines as bigint[]
      const line = unpack(first)
      return { ...event, args: { ...event.args, lines: [pack({ ...line, amount: micro(line.amount + 1n) }), ...rest] } }
    })
    chain.mine(events)
    await followOnce(chain)
    const [alarm] = await database.query('SELECT kind, subject, facts FROM alarm')
    expect(alarm).toMatchObject({ kind: 'BillDiffersFromPreview', subject: `${sideA.agreementId}-1767196800` })
    const total = billOf(sideA).total
    expect(alarm?.facts).toMatchObject({ settled: { total: String(total + 1n) }, preview: { total: String(total) } })
  })
})
