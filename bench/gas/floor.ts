// What the bare contracts cost for the same facts: the same terms, reads, signatures and history.
import type { Artifact } from './compile'
import { customerOf, itemOf, signedTerms, type Customer } from './customer'
import { BATCH, COMPONENTS, ENERGY_PRICE, MONEY, PAYEES, REFERENCE_PRICE } from './month'
import type { Node } from './node'
import type { Measured } from './result'

/** The one that FloorSettlement expects. */
const OFFER_ID = `0x${'a7'.repeat(32)}` as const
const PRICES = [ENERGY_PRICE, ...COMPONENTS.map(({ price }) => BigInt(price)), REFERENCE_PRICE]

async function measureSign(node: Node, artifacts: Map<string, Artifact>): Promise<bigint> {
  const signing = await node.deploy(artifacts.get('FloorSigning'), [])
  const customer = customerOf(0)
  await node.send(signing, 'prepare', [OFFER_ID, customer.meterId, customer.account.address, MONEY])
  const { struct, signature } = await signedTerms(customer, signing.address, OFFER_ID)
  return (await node.send(signing, 'sign', [struct, signature])).gasUsed
}

export async function measureFloor(node: Node, artifacts: Map<string, Artifact>): Promise<Measured> {
  const sign = await measureSign(node, artifacts)
  const settlement = await node.deploy(artifacts.get('FloorSettlement'), [])
  const books = { agreementBook: settlement.address, meterRegistry: settlement.address, offerId: OFFER_ID }
  const customers = Array.from({ length: BATCH + 1 }, (_, index) => customerOf(index))
  for (const customer of customers) {
    await node.send(settlement, 'prepare', [await itemOf(customer, books, 0), MONEY])
  }
  async function settle(some: Customer[], period: number): Promise<bigint> {
    const items = await Promise.all(some.map((customer) => itemOf(customer, books, period)))
    return (await node.send(settlement, 'settle', [items, Object.values(PAYEES), PRICES])).gasUsed
  }
  await settle(customers.slice(0, 1), 0)
  await settle(customers.slice(1), 0)
  const settleOne = await settle(customers.slice(0, 1), 1)
  const settleBatch = await settle(customers.slice(1), 1)
  return { sign, settleOne, settleBatch: settleBatch / BigInt(BATCH) }
}
