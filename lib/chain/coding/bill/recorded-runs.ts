/** What the chain recorded of a bill's runs. Safe for the client. */
import { unpack, type BillLine } from '@/lib/domain/billing/lines'
import { NO_SURPLUS, type BilledSurplus } from '@/lib/domain/billing/surplus'
import type { RegisterValues } from '@/lib/domain/metering/register-values'
import { sameHex, type Hex } from '@/lib/domain/units/hex'
import { wh, type Wh } from '@/lib/domain/units/units'
import { billFromEvent, type BillSettledArgs } from '../billing'
import { toBigint, toNumber, type ChainInteger } from '../numbers'
import { toldIn, type BillMarket, type BillWord, type Told, type WordReceipt } from './chain-word'
import type { BillFile, FileRun } from './file'

export interface RecordedRun {
  start: number | null
  end: number
  contracted: Wh | null
  used: RegisterValues<Wh> | null
  reversed: BillLine[]
  lines: BillLine[]
  /** What the energy costs at the interval index, where it was attested. */
  indexCost: bigint | null
}

interface Named {
  id: Hex
  index: number
}

/** Null where the transaction recorded no such run, or is not there. */
export function recordedRun(file: BillFile, run: FileRun, market: BillMarket, word: BillWord): RecordedRun | null {
  const receipt = word.receipts.get(run.transaction)
  if (!receipt?.succeeded) return null
  const of = { id: file.agreement.id, index: file.index }
  const told = toldIn(receipt, market)
  if (run.kind === 'settled') return settledIn(told, of)
  if (run.kind === 'revised') return revisedIn(told, of, run.log)
  return trueUpIn(told, of, run.log)
}

export function settledIn(told: readonly Told[], { id, index }: Named): RecordedRun | null {
  for (const [position, { contract, name, args }] of told.entries()) {
    if (contract !== 'Settlement' || name !== 'BillSettled' || !isAbout(args, id)) continue
    const facts = billFromEvent(args as unknown as BillSettledArgs)
    if (facts.index !== index) continue
    const next = told.slice(position + 1).find(({ contract }) => contract === 'Settlement')
    const attested = next?.name === 'IndexCostAttested' && isAbout(next.args, id) ? next.args : null
    const indexCost = attested ? toBigint(attested['indexCost'] as ChainInteger) : null
    return { ...facts, reversed: [], indexCost }
  }
  return null
}

export function revisedIn(told: readonly Told[], { id, index }: Named, log: number): RecordedRun | null {
  const found = told.find(
    (one) => one.log === log && one.contract === 'Revisions' && one.name === 'BillRevised' && isAbout(one.args, id),
  )
  if (!found) return null
  const facts = billFromEvent(found.args as unknown as BillSettledArgs)
  if (facts.index !== index) return null
  const reversed = found.args['reversed'] as readonly ChainInteger[]
  return { ...facts, reversed: reversed.map((line) => unpack(toBigint(line))), indexCost: null }
}

function trueUpIn(told: readonly Told[], { id }: Named, log: number): RecordedRun | null {
  const found = told.find(
    (one) => one.log === log && one.contract === 'Revisions' && one.name === 'TrueUpRevised' && isAbout(one.args, id),
  )
  if (!found) return null
  const { closedAt, reversed, line } = found.args as Record<string, ChainInteger>
  if (closedAt === undefined || reversed === undefined || line === undefined) return null
  return {
    start: null,
    end: toNumber(closedAt),
    contracted: null,
    used: null,
    reversed: oneLine(reversed),
    lines: oneLine(line),
    indexCost: null,
  }
}

/** An empty word is no line. */
function oneLine(word: ChainInteger): BillLine[] {
  return toBigint(word) === 0n ? [] : [unpack(toBigint(word))]
}

export function isAbout(args: Record<string, unknown>, id: Hex): boolean {
  return sameHex(String(args['agreementId']) as Hex, id)
}

/** What the surplus book told of an agreement and delivery period before it was billed there; nothing if it told nothing. */
export function surplusTold(told: readonly Told[], { id, start }: { id: Hex; start: number }): BilledSurplus {
  const found = told
    .filter(
      ({ contract, name, args }) =>
        contract === 'SurplusBook' &&
        name === 'SurplusSettled' &&
        isAbout(args, id) &&
        toNumber(args['start'] as ChainInteger) === start,
    )
    .at(-1)
  if (!found) return NO_SURPLUS
  const { bought, sold, used } = found.args as Record<'bought' | 'sold' | 'used', ChainInteger>
  return { bought: wh(toBigint(bought)), sold: wh(toBigint(sold)), taken: wh(toBigint(used)) }
}

export function receiptOf(word: BillWord | null, transaction: Hex): WordReceipt | null | undefined {
  return word ? (word.receipts.get(transaction) ?? null) : undefined
}
