/** The lines of every run, their energy and the total: file, recomputed and recorded, side by side. Safe for the client. */
import type { BillLine } from '@/lib/domain/billing/lines'
import { accountOf } from '@/lib/domain/settlement/payees'
import { sameHex } from '@/lib/domain/units/hex'
import type { UnderCheck } from './check-bill'
import { finding, type BillCheck, type CheckName, type Finding } from './findings'
import type { FileLine } from './file'
import { sumOf, usedSum } from './recompute'
import { recordedRun } from './recorded-runs'

export function checkLines(under: UnderCheck): BillCheck[] {
  const { file, again, market, word } = under
  const checks: BillCheck[] = []
  /** The lines that stand after each run, as the chain recorded them. */
  const chainTotals: (bigint | null)[] = []
  for (const [run, given] of file.runs.entries()) {
    const computed = again.runs[run]
    const recorded = word ? recordedRun(file, given, market, word) : undefined
    const about = { under, run, hasWord: word !== null }
    checks.push(
      ...compareLines(about, 'line', {
        file: given.lines,
        again: computed?.lines ?? null,
        chain: recorded?.lines ?? null,
      }),
    )
    if (given.kind !== 'settled')
      checks.push(
        ...compareLines(about, 'reversedLine', {
          file: given.reversed,
          again: computed?.reversed ?? null,
          chain: recorded?.reversed ?? null,
        }),
      )
    chainTotals.push(recorded ? sumOf(recorded.lines) - sumOf(recorded.reversed) : null)
    if (given.kind === 'trueUp') continue
    const figures = {
      unit: 'energy',
      file: usedSum(given.used),
      again: usedSum(computed?.used ?? null),
      chain: usedSum(recorded?.used ?? null),
    } as const
    checks.push({
      part: 'lines',
      name: 'used',
      run,
      again: finding(sameValues(given.used, computed?.used ?? null)),
      chain: word ? finding(sameValues(given.used, recorded?.used ?? null)) : 'unknown',
      figures,
    })
    checks.push(energyCheck(under, run, computed?.contracted ?? null, recorded?.contracted ?? null))
  }
  const chainTotal = chainTotals.includes(null)
    ? null
    : chainTotals.reduce<bigint>((sum, part) => sum + (part ?? 0n), 0n)
  checks.push({
    part: 'lines',
    name: 'total',
    again: finding(file.total === again.total),
    chain: word ? finding(file.total === chainTotal) : 'unknown',
    figures: { unit: 'money', file: file.total, again: again.total, chain: chainTotal },
  })
  return checks
}

function energyCheck({ file, word }: UnderCheck, run: number, again: bigint | null, chain: bigint | null): BillCheck {
  return {
    part: 'lines',
    name: 'contracted',
    run,
    again: finding(file.contracted === again),
    chain: word ? finding(file.contracted === chain) : 'unknown',
    figures: { unit: 'energy', file: file.contracted, again, chain },
  }
}

interface ThreeOf {
  file: readonly FileLine[]
  again: readonly BillLine[] | null
  chain: readonly BillLine[] | null
}

/**
 * One check for each line that any of the three has. Lines of one kind and payee are the same line; where there are several, as with
 * government funds, in their order.
 */
function compareLines(
  { under, run, hasWord }: { under: UnderCheck; run: number; hasWord: boolean },
  name: CheckName,
  { file, again, chain }: ThreeOf,
): BillCheck[] {
  const [left, recorded] = [[...(again ?? [])], [...(chain ?? [])]]
  const checkOf = (line: FileLine | null, key: BillLine): BillCheck => {
    const [computed, onChain] = [take(left, key), take(recorded, key)]
    return {
      part: 'lines',
      name,
      run,
      kind: key.kind,
      payee: key.payee,
      again: finding(isSameLine(line, computed) && (!line || isRightAccount(line, under))),
      chain: hasWord ? finding(isSameLine(line, onChain)) : 'unknown',
      figures: {
        unit: 'money',
        file: line?.amount ?? null,
        again: computed?.amount ?? null,
        chain: onChain?.amount ?? null,
      },
    }
  }
  const checks = file.map((line) => checkOf(line, line))
  // What is left of the others is missing in the file.
  while (left[0]) checks.push(checkOf(null, left[0]))
  while (recorded[0]) checks.push(checkOf(null, recorded[0]))
  if (checks.length > 0 || (again && (chain || !hasWord))) return checks
  // A run that has no lines and could not be worked out, or is not on the chain.
  const missing: Finding = again ? 'right' : 'wrong'
  const absent: Finding = hasWord ? finding(chain !== null) : 'unknown'
  return [{ part: 'lines', name, run, again: missing, chain: absent }]
}

function take(lines: BillLine[], { kind, payee }: BillLine): BillLine | null {
  const index = lines.findIndex((line) => line.kind === kind && line.payee === payee)
  return index < 0 ? null : (lines.splice(index, 1)[0] ?? null)
}

function isSameLine(a: BillLine | null, b: BillLine | null): boolean {
  if (!a || !b) return a === b
  const fields = ['kind', 'payee', 'quantity', 'price', 'amount'] as const
  return fields.every((field) => a[field] === b[field])
}

function isRightAccount({ payee, account }: FileLine, { file }: UnderCheck): boolean {
  return sameHex(account, accountOf(payee, file.offer.content, file.tariff.table))
}

function sameValues(a: readonly bigint[], b: readonly bigint[] | null): boolean {
  return b !== null && a.length === b.length && a.every((value, index) => value === b[index])
}
