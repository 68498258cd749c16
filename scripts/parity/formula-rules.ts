// Every formula there is, from what it declares of its parameters: a new one needs nothing here.
import { pricingToParams } from '@/lib/chain/coding/formula'
import { registerValues } from '@/lib/domain/metering/register-values'
import type { Determinants } from '@/lib/domain/offers/determinants'
import { UNITS, type AnyValue, type Parameter, type Unit } from '@/lib/domain/offers/formulas/parameter'
import {
  costOf,
  FORMULA_NAMES,
  isAccepted,
  parametersOf,
  pricingOf,
  type FormulaName,
} from '@/lib/domain/offers/formulas/registry'
import type { Address } from '@/lib/domain/units/hex'
import { microPerKwh, signedMicroPerKwh, signedNano, watt, wh } from '@/lib/domain/units/units'
import { USUAL, type Draw } from './draw'
import type { Rule } from './rule'

const USUAL_OF: Record<Unit, bigint> = {
  Wh: USUAL.wh,
  MicroPerKwh: USUAL.price,
  SignedMicroPerKwh: USUAL.price,
  MicroPerKw: 50_000_000n,
  Bps: 10_000n,
  Factor: 15_000n,
}

export function formulaRules(addresses: Record<FormulaName, Address>): Rule[] {
  return FORMULA_NAMES.map((name) => ({
    name: `formula ${name}`,
    harness: 'formula',
    draw(random) {
      const usage = drawUsage(random)
      const pricing = pricingOf(name, drawParams(random, name))
      const twin = () => (isAccepted(pricing) ? [costOf(pricing, usage)] : { refused: 'FormulaParamsInvalid' })
      return { words: [BigInt(addresses[name]), ...wordsOf(usage), ...wordsIn(pricingToParams(pricing))], twin }
    },
  }))
}

function drawUsage(random: Draw): Determinants {
  const registers = registerValues(Array.from({ length: 5 }, () => wh(random.uint(64, USUAL.wh / 5n))))
  const energy = registers.reduce((sum, register) => sum + register, 0n)
  const index = random.int(64, USUAL.price)
  const whole = random.chance(6) ? random.uint(32, 2_678_400n) : 2_592_000n
  return {
    registers,
    maxDemand: watt(random.uint(64, USUAL.watt)),
    capacity: watt(random.uint(64, USUAL.watt)),
    referencePrice: microPerKwh(random.uint(64, USUAL.price)),
    index: signedMicroPerKwh(index),
    indexCost: signedNano(drawIndexCost(random, energy, index)),
    elapsed: Number(random.chance(2) ? whole : random.uint(32, whole)),
    whole: Number(whole),
  }
}

/** At the index of the month, beside the most and the least that is possible, or anything at all. */
function drawIndexCost(random: Draw, energy: bigint, index: bigint): bigint {
  switch (Number(random.below(4n))) {
    case 0:
      return energy * index - 1n + random.below(3n)
    case 1:
      return energy * random.pick([(1n << 63n) - 1n, -(1n << 63n)]) - 1n + random.below(3n)
    case 2:
      return random.int(256, USUAL.nano)
    default:
      return random.int(96, USUAL.nano)
  }
}

/** Most lists rise and are one longer than the one before, as limits and prices are. */
function drawParams(random: Draw, formula: FormulaName): Record<string, AnyValue> {
  const shortest = Number(random.below(9n))
  let lists = 0
  const valueOf = (parameter: Parameter): AnyValue => {
    if ('choices' in parameter) return random.pick(parameter.choices)
    const one = () => drawQuantity(random, parameter.unit)
    if (parameter.each === undefined) return parameter.optional && random.chance(3) ? 0n : one()
    if (parameter.each === 'register') return registerValues(Array.from({ length: 5 }, one))
    const length = random.chance(12) ? Number(random.below(10n)) : shortest + lists++
    const list = Array.from({ length }, one)
    return random.chance(12) ? list : list.sort((a, b) => (a < b ? -1 : 1))
  }
  return Object.fromEntries(Object.entries(parametersOf(formula)).map(([name, of]) => [name, valueOf(of)]))
}

/** Within the width that the unit has on chain. */
function drawQuantity(random: Draw, unit: Unit): bigint {
  const [, type, bits] = /^(u?int)(\d+)$/.exec(UNITS[unit].abi) ?? []
  if (type === 'int') return random.int(Number(bits), USUAL_OF[unit])
  return random.uint(Number(bits), USUAL_OF[unit])
}

function wordsOf({ registers, maxDemand, capacity, referencePrice, index, indexCost, elapsed, whole }: Determinants) {
  return [...registers, maxDemand, capacity, referencePrice, index, indexCost, BigInt(elapsed), BigInt(whole)]
}

function wordsIn(params: string): bigint[] {
  return (params.slice(2).match(/.{64}/g) ?? []).map((word) => BigInt(`0x${word}`))
}
