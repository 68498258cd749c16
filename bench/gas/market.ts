// What signing and settling cost in the real market, on a chain of its own.
import { keccak256, type Hex } from 'viem'
import { agreementId } from '@/lib/chain/ids'
import { meterFactsWord, readToStruct, readToWords } from '@/lib/chain/coding/metering'
import type { Artifact } from '../compile'
import { customerOf, itemOf, meterOf, readAt, signedRead, signedTerms, SWITCHED, type Customer } from './customer'
import { BATCH, boundaries, boundary, CUSTOMERS, examples, GENESIS, MONEY, offerOf, PERIOD, tableOf } from './month'
import type { Deployed, Node } from './node'
import { encodeOffer } from './offer-id'
import type { Measured } from './result'

const ROLE_BITS = { retailer: 1n << 1n, grid: 1n << 3n, exchange: 1n << 4n }

interface Market {
  token: Deployed
  escrow: Deployed
  meters: Deployed
  offers: Deployed
  agreements: Deployed
  settlement: Deployed
  offer: ReturnType<typeof offerOf>
  offerId: Hex
  /** The one that a customer switches to. */
  other: ReturnType<typeof offerOf>
  /** Gas of publishing the last table. */
  published: bigint
}

async function deployMarket(node: Node, artifacts: Map<string, Artifact>): Promise<Market> {
  const deploy = (name: string, ...args: unknown[]) => node.deploy(artifacts.get(name), args)
  const power = (await deploy('AccessManager', node.operator)).address
  const token = await deploy('SettlementToken', power)
  const members = await deploy('MemberRegistry', power)
  const breaker = await deploy('CircuitBreaker', power)
  const tariffs = await deploy('TariffBook', members.address)
  const offers = await deploy('OfferBook', power, members.address, breaker.address)
  const meters = await deploy('MeterRegistry', power, members.address)
  const escrow = await deploy('Escrow', power, token.address)
  const agreements = await deploy('AgreementBook', power, {
    members: members.address,
    breaker: breaker.address,
    tariffs: tariffs.address,
    offers: offers.address,
    meters: meters.address,
    escrow: escrow.address,
  })
  const place = [agreements.address, meters.address, tariffs.address] as const
  const credits = await deploy('EnergyCredits', power, members.address, tariffs.address, escrow.address)
  const surplus = await deploy('SurplusBook', power, ...place, credits.address)
  const revisions = await deploy(
    'Revisions',
    power,
    breaker.address,
    tariffs.address,
    agreements.address,
    meters.address,
    escrow.address,
    surplus.address,
  )
  const settlement = await deploy(
    'Settlement',
    breaker.address,
    tariffs.address,
    agreements.address,
    meters.address,
    escrow.address,
    revisions.address,
    surplus.address,
  )
  const formula = await deploy('FlatFormula')
  const modules: [Deployed, Deployed][] = [
    [escrow, agreements],
    [escrow, settlement],
    [meters, settlement],
    [agreements, settlement],
    [offers, agreements],
    [breaker, settlement],
    [revisions, settlement],
    [escrow, revisions],
    [meters, revisions],
    [surplus, settlement],
    [surplus, revisions],
  ]
  for (const [target, module] of modules) await node.send(target, 'setModule', [module.address, true])

  await node.send(members, 'admit', [node.operator, ROLE_BITS.retailer | ROLE_BITS.grid | ROLE_BITS.exchange])
  await node.send(offers, 'allowFormula', [formula.address, true])
  await node.send(tariffs, 'publishPeriods', [boundaries])
  let published = 0n
  for (let period = 0; period + 1 < boundaries.length; period += 1)
    published = (await node.send(tariffs, 'publish', [tableOf(period)])).gasUsed
  const offer = offerOf(node.operator, formula.address)
  const other = offerOf(node.operator, formula.address, 3_000)
  await node.send(offers, 'publish', [offer, 'Fixed 12', examples()])
  await node.send(offers, 'publish', [other, 'Fixed 12 greener', examples()])
  const offerId = keccak256(encodeOffer(offers, offer))
  return { token, escrow, meters, offers, agreements, settlement, offer, offerId, other, published }
}

/** A registered meter and money in the escrow. */
async function admit(node: Node, market: Market, customer: Customer) {
  const { escrow, meters, token } = market
  const meter = {
    operator: node.operator,
    ...meterOf(customer),
    holder: customer.account.address,
    region: market.offer.region,
    voltageClass: market.offer.voltageClass,
    customerClass: market.offer.customerClass,
  }
  await node.send(meters, 'register', [customer.meterId, meter, readToStruct(readAt(customer, 0))])
  const consumer = customer.account.address
  await node.send(token, 'mint', [consumer, MONEY])
  await node.clock.impersonateAccount({ address: consumer })
  await node.clock.setBalance({ address: consumer, value: 10n ** 18n })
  await node.sendFrom(consumer, token, 'approve', [escrow.address, MONEY])
  await node.sendFrom(consumer, escrow, 'deposit', [MONEY])
}

async function sign(node: Node, market: Market, customer: Customer): Promise<bigint> {
  const { struct, signature } = await signedTerms(customer, market.agreements.address, market.offerId)
  return (await node.send(market.agreements, 'sign', [market.offer, struct, signature])).gasUsed
}

const booksOf = ({ agreements, meters, offerId }: Market) => ({
  agreementBook: agreements.address,
  meterRegistry: meters.address,
  offerId,
})

async function settle(node: Node, market: Market, customers: readonly Customer[], period: number): Promise<bigint> {
  const items = await Promise.all(customers.map((customer) => itemOf(customer, booksOf(market), period)))
  const receipt = await node.send(market.settlement, 'settle', [tableOf(period), market.offer, items])
  // Two events of each item and the credits of the batch: anything less means that an item was skipped.
  if (receipt.logs.length < 2 * items.length) throw new Error('an item of the benchmark was skipped')
  return receipt.gasUsed
}

/** Last bill, deposit back, next agreement signed, in one call. */
async function switchNow(node: Node, market: Market, customer: Customer): Promise<bigint> {
  const old = await signedTerms(customer, market.agreements.address, market.offerId)
  const next = await signedTerms(
    customer,
    market.agreements.address,
    keccak256(encodeOffer(market.offers, market.other)),
    { start: SWITCHED, nonce: 1n, replaces: agreementId(old.terms), expiry: GENESIS + 12 * PERIOD },
  )
  const item = await itemOf(customer, booksOf(market), 2)
  const agreement = { offer: market.other, terms: next.struct, signature: next.signature }
  return (await node.send(market.settlement, 'switchNow', [tableOf(2), market.offer, item, agreement])).gasUsed
}

async function openSupply(node: Node, market: Market, customer: Customer) {
  const { read, signature } = await signedRead(customer, market.meters.address, 1)
  await node.send(market.settlement, 'recordRead', [
    customer.meterId,
    meterFactsWord(meterOf(customer)),
    readToWords(readAt(customer, 0)),
    readToWords(read),
    read.intervalRoot,
    signature,
  ])
}

const at = (node: Node, time: number) => node.clock.setNextBlockTimestamp({ timestamp: BigInt(time) })

export async function measureMarket(node: Node, artifacts: Map<string, Artifact>): Promise<Measured> {
  const market = await deployMarket(node, artifacts)
  const customers = Array.from({ length: CUSTOMERS + 1 }, (_, index) => customerOf(index))
  let signed = 0n
  for (const customer of customers) {
    await admit(node, market, customer)
    // The last one: no account, offer or payee is touched for the first time but the consumer's own.
    signed = await sign(node, market, customer)
  }
  await at(node, boundary(0))
  for (const customer of customers) await openSupply(node, market, customer)
  // The first month opens the payees' accounts; the second is the one that is measured, like every month after it.
  const one = customers.slice(0, 1)
  const batches = Array.from({ length: CUSTOMERS / BATCH }, (_, index) =>
    customers.slice(1 + index * BATCH, 1 + (index + 1) * BATCH),
  )
  await at(node, boundary(1))
  for (const batch of [one, ...batches]) await settle(node, market, batch, 0)
  await at(node, boundary(2))
  const settleOne = await settle(node, market, one, 1)
  const settled: bigint[] = []
  for (const batch of batches) settled.push(await settle(node, market, batch, 1))
  await at(node, SWITCHED)
  const [customer] = customers
  if (!customer) throw new Error('the benchmark has no customer')
  const sum = settled.reduce((total, gas) => total + gas, 0n)
  return {
    sign: signed,
    'settle-1': settleOne,
    'settle-100': (settled[0] ?? 0n) / BigInt(BATCH),
    'settle-1000': sum / BigInt(CUSTOMERS),
    switch: await switchNow(node, market, customer),
    'publish-tariff': market.published,
  }
}
