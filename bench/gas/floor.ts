// What the bare contracts cost for the same facts: the same terms, reads, signatures and history.
import { parseSignature, type Hex } from 'viem'
import { readToStruct } from '@/lib/chain/coding/metering'
import type { Artifact } from './compile'
import { customerOf, readAt, signedRead, signedTerms, type Customer } from './customer'
import { BATCH, COMPONENTS, ENERGY_PRICE, MONEY, PAYEES, REFERENCE_PRICE } from './month'
import type { Deployed, Node } from './node'
import type { Measured } from './result'

const OFFER_ID = `0x${'a7'.repeat(32)}` as const
const PRICES = [ENERGY_PRICE, ...COMPONENTS.map(({ price }) => BigInt(price)), REFERENCE_PRICE]

/** A bare contract pair, and how it takes addresses and signatures: the rest is encoded alike. */
interface Floor {
  signing: string
  settlement: string
  account(address: Hex): Hex | bigint
  signature(signature: Hex): unknown
}

/** Behind the market's own interface: the same types, decoded and checked by the compiler. */
export const TYPED: Floor = {
  signing: 'FloorSigning',
  settlement: 'FloorSettlement',
  account: (address) => address,
  signature: (signature) => signature,
}

/** Bare words, hashed as they come. */
export const WORDS: Floor = {
  signing: 'WordsSigning',
  settlement: 'WordsSettlement',
  account: (address) => BigInt(address),
  signature(signature) {
    const { r, s, yParity } = parseSignature(signature)
    return { r, s, v: BigInt(27 + yParity) }
  },
}

async function itemOf(floor: Floor, { address }: Deployed, customer: Customer, period: number) {
  const { terms } = await signedTerms(customer, address, OFFER_ID)
  const closing = await signedRead(customer, address, period + 2)
  return {
    terms: { ...terms, consumer: floor.account(terms.consumer) },
    opening: readToStruct(readAt(customer, period + 1)),
    closing: closing.read,
    signature: floor.signature(closing.signature),
  }
}

async function measureSign(node: Node, floor: Floor, artifacts: Map<string, Artifact>): Promise<bigint> {
  const signing = await node.deploy(artifacts.get(floor.signing), [])
  const customer = customerOf(0)
  const consumer = floor.account(customer.account.address)
  await node.send(signing, 'prepare', [OFFER_ID, customer.meterId, consumer, MONEY])
  const { terms, signature } = await signedTerms(customer, signing.address, OFFER_ID)
  const receipt = await node.send(signing, 'sign', [{ ...terms, consumer }, floor.signature(signature)])
  return receipt.gasUsed
}

export async function measureFloor(node: Node, floor: Floor, artifacts: Map<string, Artifact>): Promise<Measured> {
  const sign = await measureSign(node, floor, artifacts)
  const settlement = await node.deploy(artifacts.get(floor.settlement), [])
  const payees = Object.values(PAYEES).map(floor.account)
  const customers = Array.from({ length: BATCH + 1 }, (_, index) => customerOf(index))
  for (const customer of customers) {
    const item = await itemOf(floor, settlement, customer, 0)
    await node.send(settlement, 'prepare', [item, customer.meter.address, MONEY])
  }
  async function settle(some: Customer[], period: number): Promise<bigint> {
    const items = await Promise.all(some.map((customer) => itemOf(floor, settlement, customer, period)))
    return (await node.send(settlement, 'settle', [items, payees, PRICES])).gasUsed
  }
  await settle(customers.slice(0, 1), 0)
  await settle(customers.slice(1), 0)
  const settleOne = await settle(customers.slice(0, 1), 1)
  const settleBatch = await settle(customers.slice(1), 1)
  return { sign, settleOne, settleBatch: settleBatch / BigInt(BATCH) }
}
