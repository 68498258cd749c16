// What the bare contracts cost for the same facts: the same terms, reads, signatures and history; and what that must cost.
import { encodeFunctionData, size } from 'viem'
import type { Artifact } from '../compile'
import { customerOf, itemOf, signedTerms, SWITCHED, type Customer } from './customer'
import {
  BATCH,
  COMPONENTS,
  CUSTOMERS,
  ENERGY_PRICE,
  GENESIS,
  MONEY,
  PAYEES,
  PERIOD,
  REFERENCE_PRICE,
  tableOf,
} from './month'
import type { Deployed, Node, Sent } from './node'
import type { Measured } from './result'
import { publishTheory, settleTheory, signTheory, switchTheory } from './theory'

/** The one that FloorBilling expects. */
const OFFER_ID = `0x${'a7'.repeat(32)}` as const
const PRICES = [ENERGY_PRICE, ...COMPONENTS.map(({ price }) => BigInt(price)), REFERENCE_PRICE]
const SELECTOR = 4
const WORD = 32

/** A transaction's gas, and the least it can be. */
interface Floor {
  gas: bigint
  theory: bigint
}

const booksOf = ({ address }: Deployed) => ({ agreementBook: address, meterRegistry: address, offerId: OFFER_ID })

async function measureSign(node: Node, artifacts: Map<string, Artifact>): Promise<Floor> {
  const signing = await node.deploy(artifacts.get('FloorSigning'), [])
  const customer = customerOf(0)
  await node.send(signing, 'prepare', [OFFER_ID, customer.meterId, customer.account.address, MONEY])
  const { struct, signature } = await signedTerms(customer, signing.address, OFFER_ID)
  const { gasUsed, calldataGas } = await node.send(signing, 'sign', [struct, signature])
  return { gas: gasUsed, theory: signTheory(calldataGas) }
}

/** One alone, a hundred together, and ten hundreds. */
async function measureSettle(node: Node, artifacts: Map<string, Artifact>): Promise<[Floor, Floor, Floor]> {
  const settlement = await node.deploy(artifacts.get('FloorSettlement'), [])
  const customers = Array.from({ length: CUSTOMERS + 1 }, (_, index) => customerOf(index))
  for (const customer of customers) {
    await node.send(settlement, 'prepare', [await itemOf(customer, booksOf(settlement), 0), MONEY])
  }
  async function settle(some: readonly Customer[], period: number): Promise<Sent> {
    const items = await Promise.all(some.map((customer) => itemOf(customer, booksOf(settlement), period)))
    return node.send(settlement, 'settle', [items, Object.values(PAYEES), PRICES])
  }
  const share = (sent: readonly Sent[]): Floor => {
    const [gas, calldata] = [sent.reduce((sum, one) => sum + one.gasUsed, 0n), sent[0]?.calldataGas ?? 0n]
    return { gas: gas / BigInt(BATCH * sent.length), theory: settleTheory(calldata, BigInt(BATCH)) }
  }
  const batches = Array.from({ length: CUSTOMERS / BATCH }, (_, index) =>
    customers.slice(1 + index * BATCH, 1 + (index + 1) * BATCH),
  )
  await settle(customers.slice(0, 1), 0)
  for (const batch of batches) await settle(batch, 0)
  const one = await settle(customers.slice(0, 1), 1)
  const all: Sent[] = []
  for (const batch of batches) all.push(await settle(batch, 1))
  return [{ gas: one.gasUsed, theory: settleTheory(one.calldataGas, 1n) }, share(all.slice(0, 1)), share(all)]
}

async function measureSwitch(node: Node, artifacts: Map<string, Artifact>): Promise<Floor> {
  const switching = await node.deploy(artifacts.get('FloorSwitching'), [])
  const customer = customerOf(0)
  const item = await itemOf(customer, booksOf(switching), 2)
  const next = { start: SWITCHED, nonce: 1n, replaces: OFFER_ID, expiry: GENESIS + 12 * PERIOD }
  const { struct, signature } = await signedTerms(customer, switching.address, OFFER_ID, next)
  await node.send(switching, 'prepare', [item, struct, MONEY])
  await node.send(switching, 'pay', [Object.values(PAYEES)])
  const args = [item, struct, signature, Object.values(PAYEES), PRICES]
  const { gasUsed, calldataGas } = await node.send(switching, 'switchNow', args)
  return { gas: gasUsed, theory: switchTheory(calldataGas) }
}

async function measurePublish(node: Node, artifacts: Map<string, Artifact>): Promise<Floor> {
  const tariffs = await node.deploy(artifacts.get('FloorTariffs'), [])
  const args = [tableOf(2)]
  const words = (size(encodeFunctionData({ abi: tariffs.abi, functionName: 'publish', args })) - SELECTOR) / WORD
  const { gasUsed, calldataGas } = await node.send(tariffs, 'publish', args)
  return { gas: gasUsed, theory: publishTheory(calldataGas, BigInt(words)) }
}

export async function measureFloor(
  node: Node,
  artifacts: Map<string, Artifact>,
): Promise<{ floor: Measured; theory: Measured }> {
  const sign = await measureSign(node, artifacts)
  const [one, hundred, thousand] = await measureSettle(node, artifacts)
  const change = await measureSwitch(node, artifacts)
  const publish = await measurePublish(node, artifacts)
  const figures = {
    sign,
    'settle-1': one,
    'settle-100': hundred,
    'settle-1000': thousand,
    switch: change,
    'publish-tariff': publish,
  }
  const only = (which: keyof Floor) =>
    Object.fromEntries(Object.entries(figures).map(([name, figure]) => [name, figure[which]])) as Measured
  return { floor: only('gas'), theory: only('theory') }
}
