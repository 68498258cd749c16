/** Finds the row with the n-th lowest id, without comparing a million long texts: their first digits nearly always decide. */
import type { Hex } from '../units/hex'
import type { IdOf } from './book'

/** 52 bits, which a double holds, begin behind 0x. */
const HEAD_END = 2 + 13

/** Of rows with the same id the lower comes first. `nth` counts from 1. */
export function nthById(rows: readonly number[], nth: number, idOf: IdOf): { id: Hex; row: number } {
  const heads = Float64Array.from(rows, (row) => Number.parseInt(idOf(row).slice(2, HEAD_END), 16))
  const sorted = heads.slice().sort()
  const head = sorted[nth - 1]
  if (head === undefined) throw new RangeError(`no row ${nth} among ${rows.length}`)
  const alike = rows.filter((_, place) => heads[place] === head).map((row) => ({ id: lowerCase(idOf(row)), row }))
  alike.sort((a, b) => (a.id === b.id ? a.row - b.row : a.id < b.id ? -1 : 1))
  const found = alike[nth - 1 - sorted.indexOf(head)]
  if (!found) throw new Error('fewer ids than rows')
  return found
}

const lowerCase = (id: Hex) => id.toLowerCase() as Hex
