// Many cases in one call, written and read by hand: a general encoder would take most of the time there is.
import { toFunctionSelector } from 'viem'
import { errorsAbi } from '@/lib/chain/contracts'
import type { Hex } from '@/lib/domain/units/hex'
import { DOES_NOT_FIT, type Answer } from './rule'

const word = (value: bigint | number) => BigInt.asUintN(256, BigInt(value)).toString(16).padStart(64, '0')

/** tryAll(bytes4 rule, uint256[][] cases). */
export function batchCall(harnessFunction: string, cases: readonly (readonly bigint[])[]): Hex {
  const rule = toFunctionSelector(`${harnessFunction}(uint256[])`).slice(2).padEnd(64, '0')
  let offset = cases.length * 32
  const offsets: string[] = []
  const bodies: string[] = []
  for (const words of cases) {
    offsets.push(word(offset))
    bodies.push(word(words.length), ...words.map(word))
    offset += 32 * (words.length + 1)
  }
  const parts = [TRY_ALL, rule, word(64), word(cases.length), ...offsets, ...bodies]
  return parts.join('') as Hex
}

const TRY_ALL = toFunctionSelector('tryAll(bytes4,uint256[][])')

/** The bytes[] that tryAll returns. */
export function answersIn(result: Hex): Answer[] {
  const at = (byte: number, length = 32) => result.slice(2 + 2 * byte, 2 + 2 * (byte + length))
  const numberAt = (byte: number) => Number(BigInt(`0x${at(byte)}`))
  const start = numberAt(0) + 32
  return Array.from({ length: numberAt(start - 32) }, (_, index) => {
    const from = start + numberAt(start + 32 * index)
    const bytes = at(from + 32, numberAt(from))
    return bytes.startsWith('01') ? wordsOf(bytes.slice(2)) : { refused: nameOf(bytes.slice(2)) }
  })
}

/** What abi.encode(uint256[]) holds. */
function wordsOf(bytes: string): bigint[] {
  const words = bytes.match(/.{64}/g) ?? []
  return words.slice(2).map((hex) => BigInt(`0x${hex}`))
}

const names = new Map(
  errorsAbi.map((error) => {
    const types = 'inputs' in error ? error.inputs.map(({ type }) => type) : []
    return [toFunctionSelector(`${error.name}(${types.join()})`).slice(2), error.name as string]
  }),
)
/** Arithmetic that leaves its width, and a cast that would. */
const OVERFLOW = `${toFunctionSelector('Panic(uint256)').slice(2)}${word(0x11)}`
const CAST = toFunctionSelector('SafeCastOverflowedUintDowncast(uint8,uint256)').slice(2)

function nameOf(revert: string): string {
  if (revert === OVERFLOW || revert.startsWith(CAST)) return DOES_NOT_FIT
  return names.get(revert.slice(0, 8)) ?? `0x${revert}`
}
