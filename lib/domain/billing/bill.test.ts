import { describe, expect, it } from 'vitest'
import cases from '../../../contracts/vectors/bill.json'
import { registerValues, sumWh } from '../metering/register-values'
import { REFERENCE_BASES, SETTLEMENT_MODELS, type DeviationClause } from '../offers/offer'
import type { Component, ComponentKind } from '../tariffs/table'
import { codeOf, nameOf } from '../units/codes'
import { ZERO_ADDRESS, type Address } from '../units/hex'
import { seededRandom, type SeededRandom } from '../units/seeded-random'
import { bps, micro, microPerKwh, nano, wh } from '../units/units'
import { draft, type Bill, type BilledOffer } from './bill'
import { LINE_KINDS, PAYEES } from './lines'

type Given = (typeof cases)[number]['in']
const REGISTER_COUNT = 5

function offerOf(given: Given): BilledOffer {
  const deviation: DeviationClause = {
    lower: bps(BigInt(given.lowerBps)),
    upper: bps(BigInt(given.upperBps)),
    excess: bps(BigInt(given.excessBps)),
    shortfall: microPerKwh(BigInt(given.shortfallMicroPerKwh)),
    referenceBasis: nameOf(REFERENCE_BASES, Number(given.referenceBasis)),
    ruleBasis: 'Monthly',
    excessPayee: given.excessPayee as Address,
    shortfallPayee: given.shortfallPayee as Address,
  }
  const serviceFee = microPerKwh(BigInt(given.serviceFeeMicroPerKwh))
  const priceCap = microPerKwh(BigInt(given.priceCapMicroPerKwh))
  return { model: nameOf(SETTLEMENT_MODELS, Number(given.model)), serviceFee, priceCap, deviation }
}

/** Prices come five to a component, in the order of the components. */
function componentsOf(given: Given): Component[] {
  return given.componentKinds.map((kind, index) => {
    const prices = given.componentPricesMicroPerKwh.slice(index * REGISTER_COUNT, (index + 1) * REGISTER_COUNT)
    return {
      kind: nameOf(LINE_KINDS, Number(kind)) as ComponentKind,
      prices: registerValues(prices.map((price) => microPerKwh(BigInt(price)))),
    }
  })
}

function written({ lines, total, paid }: Bill) {
  return {
    kinds: lines.map((line) => String(codeOf(LINE_KINDS, line.kind))),
    payees: lines.map((line) => String(codeOf(PAYEES, line.payee))),
    quantitiesWh: lines.map((line) => String(line.quantity)),
    pricesMicroPerKwh: lines.map((line) => String(line.price)),
    amounts: lines.map((line) => String(line.amount)),
    total: String(total),
    paid: PAYEES.map((payee) => String(paid[payee])),
  }
}

describe('bill', () => {
  it.each(cases)('vector: $name', ({ in: given, out }) => {
    const table = {
      agencyPrice: microPerKwh(BigInt(given.agencyMicroPerKwh)),
      cataloguePrice: microPerKwh(BigInt(given.catalogueMicroPerKwh)),
      components: componentsOf(given),
    }
    const registers = registerValues(given.registersWh.map((value) => wh(BigInt(value))))
    const drafted = () =>
      draft(offerOf(given), table, {
        contracted: wh(BigInt(given.contractedWh)),
        registers,
        cost: nano(BigInt(given.costNano)),
        taken: wh(BigInt(given.takenWh)),
        exitFee: micro(BigInt(given.exitFee)),
      })
    if (out.refusal === undefined) expect(written(drafted())).toEqual(out)
    else expect(drafted).toThrow(expect.objectContaining({ name: out.refusal }))
  })

  it('P12: lines add up to the total and to what the payees get, whatever the offer', () => {
    const random = seededRandom(12n)
    for (let run = 0; run < 1_000; run++) {
      const { lines, total, paid } = randomBill(random)
      expect(lines.reduce((sum, line) => sum + line.amount, 0n)).toBe(total)
      expect(PAYEES.reduce((sum, payee) => sum + paid[payee], 0n)).toBe(total)
      // Only a fee is due without energy.
      expect(lines.every((line) => line.quantity > 0n || line.kind === 'ExitFee')).toBe(true)
    }
  })

  it('costs the consumer the same under every settlement model', () => {
    for (let seed = 0n; seed < 300n; seed++) {
      const [integrated, gridLed, retailerLed] = SETTLEMENT_MODELS.map((model) => randomBill(seededRandom(seed), model))
      expect(gridLed?.total).toBe(integrated?.total)
      expect(retailerLed?.total).toBe(integrated?.total)
    }
  })
})

function randomBill(random: SeededRandom, model = random.pick(SETTLEMENT_MODELS)): Bill {
  const five = (limit: bigint) => registerValues(Array.from({ length: REGISTER_COUNT }, () => random.below(limit)))
  const account = () => random.pick<Address>([ZERO_ADDRESS, '0x00000000000000000000000000000000000000e1'])
  const registers = registerValues(five(random.pick([1n, 1_000n, 1n << 40n])).map(wh))
  const used = sumWh(registers)
  const kinds: ComponentKind[] = ['Network', 'LineLoss', 'SystemOperation', 'GovernmentFund', 'CrossSubsidy']
  const components = kinds.map((kind) => ({ kind, prices: registerValues(five(1n << 32n).map(microPerKwh)) }))
  const deviation = {
    lower: bps(random.between(0n, 10_000n)),
    upper: bps(random.between(10_000n, 20_000n)),
    excess: bps(random.between(0n, 30_000n)),
    shortfall: microPerKwh(random.below(1n << 32n)),
    referenceBasis: random.pick(REFERENCE_BASES),
    ruleBasis: 'Monthly' as const,
    excessPayee: account(),
    shortfallPayee: account(),
  }
  const serviceFee = microPerKwh(random.pick([0n, random.below(1n << 20n)]))
  const price = () => microPerKwh(random.below(1n << 32n))
  const table = { agencyPrice: price(), cataloguePrice: price(), components }
  const priceCap = microPerKwh(random.pick([0n, random.below(1n << 20n)]))
  const contracted = wh(random.below(2n * used + 10n))
  const cost = nano(used * random.below(1n << 20n))
  const exitFee = micro(random.pick([0n, random.below(1n << 40n)]))
  return draft({ model, serviceFee, priceCap, deviation }, table, { contracted, registers, cost, exitFee })
}
