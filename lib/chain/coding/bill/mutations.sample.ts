/** Every way to change one field of a JSON text: each leaf in turn, and each list by one entry. For tests. */
type Json = null | boolean | number | string | Json[] | { [name: string]: Json }

export interface Mutation {
  path: string
  text: string
}

export function mutations(text: string): Mutation[] {
  const whole = JSON.parse(text) as Json
  return changesOf(whole).map(({ path, value }) => ({ path, text: JSON.stringify(value) }))
}

function changesOf(value: Json, path = ''): { path: string; value: Json }[] {
  if (Array.isArray(value)) {
    const inside = value.flatMap((entry, index) =>
      changesOf(entry, `${path}.${index}`).map((change) => ({
        ...change,
        value: replaced(value, index, [change.value]),
      })),
    )
    const shorter = value.map((_, index) => ({ path: `${path}.${index} taken out`, value: replaced(value, index, []) }))
    const doubled = value.map((entry, index) => ({
      path: `${path}.${index} twice`,
      value: replaced(value, index, [entry, entry]),
    }))
    return [...inside, ...shorter, ...doubled]
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([name, entry]) => [
      ...changesOf(entry, `${path}.${name}`).map((change) => ({
        ...change,
        value: { ...value, [name]: change.value },
      })),
      ...(entry === null ? [] : [{ path: `${path}.${name} nulled`, value: { ...value, [name]: null } }]),
    ])
  }
  return otherLeaves(value).map((other) => ({ path, value: other }))
}

/** A list with one entry replaced by others. */
function replaced(list: readonly Json[], index: number, by: readonly Json[]): Json[] {
  return [...list.slice(0, index), ...by, ...list.slice(index + 1)]
}

function otherLeaves(value: null | boolean | number | string): Json[] {
  if (value === null) return [1, '0', `0x${'ab'.repeat(32)}`]
  if (typeof value === 'boolean') return [!value]
  if (typeof value === 'number') return [value + 1, ...(value > 0 ? [value - 1, 0] : [])]
  if (/^-?\d+$/.test(value)) return [String(BigInt(value) + 1n), ...(value === '0' ? [] : ['0'])]
  if (value.startsWith('0x')) return hexChanges(value)
  return [...(WORDS.find((words) => words.includes(value)) ?? []).filter((word) => word !== value), `${value} `]
}

/** The first, a middle and the last digit; and one byte less. */
function hexChanges(value: string): string[] {
  const flipped = [2, Math.floor((value.length + 2) / 2), value.length - 1]
    .filter((at) => at >= 2 && at < value.length)
    .map((at) => value.slice(0, at) + (value[at] === 'f' ? '0' : 'f') + value.slice(at + 1))
  return value.length > 2 ? [...flipped, value.slice(0, -2)] : ['0xab']
}

/** Names that may stand in each other's place. */
const WORDS = [
  ['Measured', 'Estimated', 'Substituted'],
  ['Energy', 'Network', 'LineLoss', 'ExitFee', 'Excess', 'AnnualExcess', 'AnnualShortfall', 'ShortfallPenalty'],
  ['Grid', 'Seller', 'Government', 'SubsidyPool', 'ExcessPayee', 'ShortfallPayee'],
  ['Household', 'Business'],
  ['Agency', 'Catalogue'],
  ['Monthly', 'Annual'],
  ['Integrated', 'GridLed', 'RetailerLed'],
  ['settled', 'revised', 'trueUp'],
]
