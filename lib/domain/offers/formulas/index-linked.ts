/** A published index × factor + adder, between a floor and a cap. Mirrors IndexLinkedFormula. Vectors: formulas/index-linked.json. */
import { BPS_ONE, divDown, nano, wh, type SignedMicroPerKwh } from '../../units/units'
import { NOT_ATTESTED, type Determinants } from '../determinants'
import { energyOf } from '../usage'
import { defineFormula, type PriceRow } from './formula'
import type { ParamsOf } from './parameter'

const parameters = {
  /** The index of the month, or those of the intervals weighted by what was used in each. */
  source: { choices: ['Monthly', 'Interval'] },
  factor: { unit: 'Factor' },
  adder: { unit: 'SignedMicroPerKwh' },
  floor: { unit: 'MicroPerKwh', optional: true },
  cap: { unit: 'MicroPerKwh', optional: true },
} as const
type IndexParams = ParamsOf<typeof parameters>

export const indexLinked = defineFormula({
  name: 'IndexLinked',
  parameters,
  needs: ['index', 'indexCost'],
  accepts: ({ floor, cap }) => cap === 0n || cap >= floor,
  cost: (params, usage) => nano(rowsOf(params, usage).reduce((sum, { cost }) => sum + cost, 0n)),
  rows: (params, usage) =>
    rowsOf(params, usage).map(({ hasEnergy, ...row }) => ({
      ...row,
      ...(hasEnergy && { energy: wh(energyOf(usage)) }),
    })),
})

type IndexRow = PriceRow & { hasEnergy?: true }

/**
 * The quotient rounds toward minus infinity: the payer keeps the dust, also where an index is negative. The floor is
 * never negative, so the cost is not.
 */
function rowsOf({ source, factor, adder, floor, cap }: IndexParams, usage: Determinants): IndexRow[] {
  const used = energyOf(usage)
  const base = source === 'Monthly' ? used * usage.index : possible(usage.indexCost, used)
  const indexed = divDown(base * factor, BPS_ONE)
  const added = used * adder
  const least = used * floor
  const most = cap === 0n ? null : used * cap
  const raised = indexed + added < least ? least : indexed + added
  const bounded = most !== null && raised > most ? most : raised
  const correction = bounded - indexed - added
  const rows: IndexRow[] = [
    {
      what: source === 'Monthly' ? 'index' : 'intervalIndex',
      cost: indexed,
      hasEnergy: true,
      ...priceOf(source, factor, usage),
    },
  ]
  if (adder !== 0n) rows.push({ what: 'adder', price: adder, cost: added, hasEnergy: true })
  if (correction > 0n) rows.push({ what: 'floor', price: floor, cost: correction })
  if (correction < 0n) rows.push({ what: 'cap', price: cap, cost: correction })
  return rows
}

/** For reading only: the row's cost rounds once, after the energy. Intervals have no one price. */
function priceOf(source: IndexParams['source'], factor: bigint, { index }: Determinants) {
  return source === 'Monthly' ? { price: divDown(index * factor, BPS_ONE) as SignedMicroPerKwh } : {}
}

/** Under the contract's name: nobody attested what the period's energy costs at the interval index. */
export class IndexCostMissing extends RangeError {
  override readonly name = 'IndexCostMissing'
}

const HIGHEST_INDEX = (1n << 63n) - 1n
const LOWEST_INDEX = -(1n << 63n)

/** No intervals of this energy cost more, or less, than all of it at the highest or the lowest index there can be. */
function possible(indexCost: bigint, used: bigint): bigint {
  if (indexCost === NOT_ATTESTED) throw new IndexCostMissing('the interval index has no attested cost')
  const [most, least] = [used * HIGHEST_INDEX, used * LOWEST_INDEX]
  return indexCost > most ? most : indexCost < least ? least : indexCost
}
