// A whole bill: BillLib.draft and its twin.
import { draft, type BilledOffer, type BilledTariff } from '@/lib/domain/billing/bill'
import { pack, PAYEES, LINE_KINDS } from '@/lib/domain/billing/lines'
import { registerValues } from '@/lib/domain/metering/register-values'
import { REFERENCE_BASES, RULE_BASES, SETTLEMENT_MODELS } from '@/lib/domain/offers/offer'
import type { Component, ComponentKind } from '@/lib/domain/tariffs/table'
import { codeOf } from '@/lib/domain/units/codes'
import { ZERO_ADDRESS, type Address } from '@/lib/domain/units/hex'
import { BPS_ONE, bps, microPerKwh, nano, wh } from '@/lib/domain/units/units'
import { USUAL, type Draw } from './draw'
import type { Rule } from './rule'

const COMPONENT_KINDS: ComponentKind[] = ['Network', 'LineLoss', 'SystemOperation', 'GovernmentFund', 'CrossSubsidy']
const MOST_COMPONENTS = 6n
const SOMEBODY: Address = '0x00000000000000000000000000000000000000e1'

export const billRule: Rule = {
  name: 'bill draft',
  harness: 'draft',
  draw(random) {
    const offer = drawOffer(random)
    const table = drawTable(random)
    const bits = random.pick([61, 61, 61, 64])
    const registers = registerValues(
      Array.from({ length: 5 }, () => wh(random.chance(4) ? 0n : random.uint(bits, USUAL.wh / 5n))),
    )
    const used = registers.reduce((sum, energy) => sum + energy, 0n)
    const edge = (used * BPS_ONE) / (random.pick([offer.deviation.lower, offer.deviation.upper]) || BPS_ONE)
    const contracted = wh(random.chance(2) ? random.beside(edge, 64) : random.uint(64, USUAL.wh))
    const cost = nano(random.chance(8) ? random.uint(256, USUAL.nano) : used * random.uint(32, USUAL.price))
    return {
      words: [
        ...wordsOf(offer, table),
        contracted,
        ...registers,
        cost,
        ...table.components.flatMap(({ kind, prices }) => [BigInt(codeOf(LINE_KINDS, kind)), ...prices]),
      ],
      twin() {
        const { lines, total, paid } = draft(offer, table, { contracted, registers, cost })
        return [BigInt(lines.length), ...lines.map(pack), total, ...PAYEES.map((payee) => paid[payee])]
      },
    }
  },
}

function drawOffer(random: Draw): BilledOffer {
  const price = () => microPerKwh(random.chance(4) ? 0n : random.uint(64, USUAL.price))
  return {
    model: random.pick(SETTLEMENT_MODELS),
    serviceFee: price(),
    priceCap: price(),
    deviation: {
      lower: bps(random.upTo(BPS_ONE)),
      upper: bps(BPS_ONE + random.upTo(BPS_ONE)),
      excess: bps(random.upTo(30_000n)),
      shortfall: price(),
      referenceBasis: random.pick(REFERENCE_BASES),
      ruleBasis: random.pick(RULE_BASES),
      excessPayee: random.pick([ZERO_ADDRESS, SOMEBODY]),
      shortfallPayee: random.pick([ZERO_ADDRESS, SOMEBODY]),
    },
  }
}

function drawTable(random: Draw): BilledTariff {
  const price = (bits: number) => microPerKwh(random.uint(bits, USUAL.price))
  const component = (): Component => {
    const [one, floats] = [price(32), random.chance(2)]
    return {
      kind: random.pick(COMPONENT_KINDS),
      prices: registerValues(Array.from({ length: 5 }, () => (floats ? price(32) : one))),
    }
  }
  const components = Array.from({ length: Number(random.upTo(MOST_COMPONENTS)) }, component)
  return { agencyPrice: price(64), cataloguePrice: price(64), components }
}

function wordsOf({ model, serviceFee, priceCap, deviation: d }: BilledOffer, table: BilledTariff): bigint[] {
  const payees = [BigInt(d.excessPayee), BigInt(d.shortfallPayee)]
  const bases = [codeOf(REFERENCE_BASES, d.referenceBasis), codeOf(RULE_BASES, d.ruleBasis)].map(BigInt)
  const clause = [d.lower, d.upper, d.excess, d.shortfall, ...bases, ...payees]
  const prices = [serviceFee, priceCap, table.agencyPrice, table.cataloguePrice]
  return [BigInt(codeOf(SETTLEMENT_MODELS, model)), ...clause, ...prices]
}
