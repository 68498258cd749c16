import { describe, expect, it } from 'vitest'
import cases from '../../../contracts/vectors/annual-bill.json'
import { registerValues } from '../metering/register-values'
import { SETTLEMENT_MODELS } from '../offers/offer'
import type { Component } from '../tariffs/table'
import { codeOf, nameOf } from '../units/codes'
import type { Address } from '../units/hex'
import { bps, micro, microPerKwh, nano, wh } from '../units/units'
import { close, draft, type Bill, type BilledOffer } from './bill'
import { LINE_KINDS, PAYEES } from './lines'

type Given = (typeof cases)[number]['in']

function offerOf(given: Given): BilledOffer {
  return {
    model: nameOf(SETTLEMENT_MODELS, Number(given.model)),
    serviceFee: microPerKwh(0n),
    priceCap: microPerKwh(0n),
    deviation: {
      lower: bps(BigInt(given.lowerBps)),
      upper: bps(BigInt(given.upperBps)),
      excess: bps(BigInt(given.excessBps)),
      shortfall: microPerKwh(BigInt(given.shortfallMicroPerKwh)),
      referenceBasis: 'Agency',
      ruleBasis: 'Annual',
      excessPayee: given.excessPayee as Address,
      shortfallPayee: given.shortfallPayee as Address,
    },
  }
}

function billOf(given: Given): Bill {
  const offer = offerOf(given)
  const price = microPerKwh(BigInt(given.referenceMicroPerKwh))
  const network = microPerKwh(BigInt(given.networkMicroPerKwh))
  const component: Component = { kind: 'Network', prices: registerValues(Array.from({ length: 5 }, () => network)) }
  const table = { agencyPrice: price, cataloguePrice: price, components: [component] }
  const [contracted, used] = [wh(BigInt(given.contractedWh)), wh(BigInt(given.usedWh))]
  const registers = registerValues([0n, 0n, used, 0n, 0n].map(wh))
  const cost = nano(used * BigInt(given.energyMicroPerKwh))
  const month = draft(offer, table, { contracted, registers, cost })
  if (given.closes === '0') return month
  const year = {
    contracted: wh(contracted + BigInt(given.earlierContractedWh)),
    used: wh(used + BigInt(given.earlierUsedWh)),
    charged: micro(month.total + BigInt(given.earlierCharged)),
  }
  return close(offer, table, year, month)
}

describe('bill on annual basis', () => {
  it.each(cases)('vector: $name', ({ in: given, out }) => {
    const { lines, total, paid } = billOf(given)
    const written = {
      kinds: lines.map((line) => String(codeOf(LINE_KINDS, line.kind))),
      payees: lines.map((line) => String(codeOf(PAYEES, line.payee))),
      quantitiesWh: lines.map((line) => String(line.quantity)),
      pricesMicroPerKwh: lines.map((line) => String(line.price)),
      amounts: lines.map((line) => String(line.amount)),
      total: String(total),
      paid: PAYEES.map((payee) => String(paid[payee])),
    }
    expect(written).toEqual(out)
  })
})
