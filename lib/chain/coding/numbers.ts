/**
 * Integers of a contract arrive as numbers (up to 48 bits) or bigints from a log, and as decimal strings from a stored
 * event. Domain types say which of them are quantities (bigint) and which are counts, codes and times (number).
 */
export type ChainInteger = bigint | number | string

export function toBigint(value: ChainInteger): bigint {
  return BigInt(value)
}

export function toNumber(value: ChainInteger): number {
  const number = Number(value)
  if (!Number.isSafeInteger(number)) throw new RangeError(`${value} is not a whole number this side of 2⁵³`)
  return number
}
