/** Finds the row with the n-th lowest id, without comparing a million long texts: their first digits nearly always decide. */
import type { Hex } from '../units/hex'
import type { IdOf } from './book'
import { nthLeast } from './nth-least'

/** 52 bits, which a double holds, begin behind 0x. */
const HEAD_END = 2 + 13
const HEADS = 2 ** 52

/** Of rows with the same id the lower comes first. `nth` counts from 1. */
export function nthById(rows: readonly number[], nth: number, idOf: IdOf): { id: Hex; index: number } {
  const heads = Float64Array.from(rows, (row) => Number.parseInt(idOf(row).slice(2, HEAD_END), 16))
  const head = nthLeast(heads, nth, HEADS)
  const alike = rows.filter((_, place) => heads[place] === head).map((index) => ({ id: lowerCase(idOf(index)), index }))
  alike.sort((a, b) => (a.id === b.id ? a.index - b.index : a.id < b.id ? -1 : 1))
  const before = heads.reduce((count, other) => (other < head ? count + 1 : count), 0)
  const found = alike[nth - 1 - before]
  if (!found) throw new Error('fewer ids than rows')
  return found
}

const lowerCase = (id: Hex) => id.toLowerCase() as Hex
