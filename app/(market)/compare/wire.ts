/** Plain data with whole numbers of any size, as text and back: JSON has no bigint. */

const MARK = '~'

/** A bigint is written as ~123; a text that begins with the mark gets a second one. */
export function toWire(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) => {
    if (typeof each === 'bigint') return `${MARK}${each}`
    return typeof each === 'string' && each.startsWith(MARK) ? MARK + each : each
  })
}

/** Exact inverse of toWire. */
export function fromWire(text: string): unknown {
  return JSON.parse(text, (_, each: unknown) => {
    if (typeof each !== 'string' || !each.startsWith(MARK)) return each
    const rest = each.slice(MARK.length)
    return rest.startsWith(MARK) ? rest : BigInt(rest)
  })
}
