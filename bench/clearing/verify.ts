// Gas of verifying how a session ended, for each bid, in a market of its own: a hundred bids, and ten thousand in chunks.
import { encodeFunctionData, numberToHex, parseEventLogs, type Hex, type Log } from 'viem'
import { creditId } from '@/lib/chain/coding/credit'
import { compile } from '../compile'
import type { BenchResult } from '../result'
import { startNode, type Deployed, type Node } from '../gas/node'

const SOURCES = [
  'contracts/src/CircuitBreaker.sol',
  'contracts/src/EnergyCredits.sol',
  'contracts/src/Escrow.sol',
  'contracts/src/MemberRegistry.sol',
  'contracts/src/SettlementToken.sol',
  'contracts/src/SurplusMarket.sol',
  'contracts/src/TariffBook.sol',
  '@openzeppelin/contracts/access/manager/AccessManager.sol',
  'bench/clearing/PlacingWallet.sol',
]

const GENESIS = 1_767_225_600
const PERIOD = 30 * 86_400
const REGION = 42
const HOUR = 3_600
const MONEY = 10n ** 12n
const EXCHANGE = 1n << 4n
/** A transaction may use 16 million gas: so many are placed, or counted, in one. */
const PLACED_AT_ONCE = 60
const COUNTED_AT_ONCE = 4_000n
const LIMIT = 500
/** What one bid may cost, by the project's own rule. */
const MOST_GAS = 12_000

interface Market {
  surplus: Deployed
  wallet: Deployed
  seller: Deployed
}

async function deployMarket(node: Node): Promise<Market> {
  const artifacts = compile(SOURCES)
  const deploy = (name: string, ...args: unknown[]) => node.deploy(artifacts.get(name), args)
  const power = (await deploy('AccessManager', node.operator)).address
  const token = await deploy('SettlementToken', power)
  const members = await deploy('MemberRegistry', power)
  const breaker = await deploy('CircuitBreaker', power)
  const tariffs = await deploy('TariffBook', members.address)
  const escrow = await deploy('Escrow', power, token.address)
  const args = [power, members.address, tariffs.address, escrow.address] as const
  const credits = await deploy('EnergyCredits', ...args)
  const surplus = await deploy('SurplusMarket', {
    members: members.address,
    breaker: breaker.address,
    tariffs: tariffs.address,
    // Only sessions of contracted energy ask these two.
    meters: node.operator,
    agreements: node.operator,
    escrow: escrow.address,
    credits: credits.address,
  })
  // An account that agrees to everything.
  const wallet = await deploy('PlacingWallet')
  const seller = await deploy('PlacingWallet')
  for (const [target, module] of [
    [escrow, surplus.address],
    [credits, surplus.address],
    [credits, node.operator],
  ] as const)
    await node.send(target, 'setModule', [module, true])
  await node.send(members, 'admit', [node.operator, EXCHANGE])
  await node.send(tariffs, 'publishPeriods', [[GENESIS, GENESIS + PERIOD]])
  await node.send(credits, 'mint', [seller.address, REGION, GENESIS, MONEY])
  await node.send(token, 'mint', [wallet.address, MONEY])
  const approve = encodeFunctionData({
    abi: token.abi,
    functionName: 'approve',
    args: [escrow.address, MONEY],
  })
  await node.send(wallet, 'call', [token.address, approve])
  const deposit = encodeFunctionData({ abi: escrow.abi, functionName: 'deposit', args: [MONEY] })
  await node.send(wallet, 'call', [escrow.address, deposit])
  return { surplus, wallet, seller }
}

/**
 * Every bid is at the price, and one Wh is left when half of each is served: all have the same remainder, and each id is looked at.
 * Nothing costs more.
 */
async function measureOne(node: Node, market: Market, session: { id: bigint; bids: number }): Promise<number> {
  const { surplus, wallet, seller } = market
  const now = Number((await node.client.getBlock()).timestamp)
  const closeAt = now + HOUR
  const opening = { region: REGION, start: GENESIS, kind: 0, lockAt: closeAt, closeAt }
  await node.send(surplus, 'open', [opening])
  const expiry = closeAt + HOUR
  const credit = creditId({ kind: 'Exported', region: REGION, start: GENESIS, expiry: 0, storageId: 0 })
  const subject = numberToHex(credit, { size: 32 })
  const common = { sessionId: session.id, expiry }
  const sold = session.bids * 50 + 1
  const nonce = await nonceOf(node, surplus, seller)
  const lot = { ...common, account: seller.address, energy: sold, price: 300, subject, nonce }
  await node.send(seller, 'list', [surplus.address, [lot]])
  const first = await nonceOf(node, surplus, wallet)
  const bid = { ...common, account: wallet.address, energy: 100, price: LIMIT, subject: numberToHex(0, { size: 32 }) }
  const ids: Hex[] = []
  for (let placed = 0; placed < session.bids; placed += PLACED_AT_ONCE) {
    const count = Math.min(PLACED_AT_ONCE, session.bids - placed)
    const orders = Array.from({ length: count }, (_, index) => ({ ...bid, nonce: first + BigInt(placed + index) }))
    const { logs } = await node.send(wallet, 'bid', [surplus.address, orders])
    ids.push(...idsIn(logs, surplus))
  }
  if (ids.length !== session.bids) throw new Error(`${ids.length} bids were placed, not ${session.bids}`)
  await node.clock.setNextBlockTimestamp({ timestamp: BigInt(closeAt) })
  const offered = session.bids * 100
  const clearing = {
    price: LIMIT,
    lotsShare: false,
    offered: BigInt(offered),
    shared: BigInt(sold),
    // 100 × sold mod offered.
    remainder: 100n,
    id: ids.sort()[0],
    index: session.bids,
  }
  let gas = 0n
  for (let done = false; !done; ) {
    const receipt = await node.send(surplus, 'clear', [session.id, clearing, COUNTED_AT_ONCE])
    gas += receipt.gasUsed
    done = receipt.logs.length > 0
  }
  return Math.round(Number(gas) / session.bids)
}

/** BidPlaced says the place and then the id. */
function idsIn(logs: readonly Log[], { address, abi }: Deployed): Hex[] {
  const placed = parseEventLogs({ abi, logs: [...logs], eventName: 'BidPlaced' })
  return placed
    .filter((log) => log.address.toLowerCase() === address.toLowerCase())
    .map((log) => (log.args as unknown as { bidId: Hex }).bidId)
}

function nonceOf(node: Node, surplus: Deployed, account: Deployed): Promise<bigint> {
  const call = { address: surplus.address, abi: surplus.abi, functionName: 'nonces' } as const
  return node.client.readContract({ ...call, args: [account.address] }) as Promise<bigint>
}

/** Gas for each bid, beside what it may cost. */
export async function verifyResults(): Promise<BenchResult[]> {
  const node = await startNode(GENESIS)
  try {
    const market = await deployMarket(node)
    const results: BenchResult[] = []
    for (const [index, bids] of [100, 10_000].entries()) {
      const gas = await measureOne(node, market, { id: BigInt(index + 1), bids })
      const ratio = Math.round((gas / MOST_GAS) * 100) / 100
      results.push({ name: `verify-${bids}`, value: gas, unit: 'gas a bid', against: `at most ${MOST_GAS} gas`, ratio })
    }
    return results
  } finally {
    node.stop()
  }
}
