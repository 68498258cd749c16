/** The transactions that made the bill: what they were given, the contract year, and whether a newer run exists. Safe for the client. */
import { NO_SURPLUS } from '@/lib/domain/billing/surplus'
import { sumWh } from '@/lib/domain/metering/register-values'
import { sameHex, ZERO_HASH, type Hex } from '@/lib/domain/units/hex'
import { signedNano } from '@/lib/domain/units/units'
import { NOT_ATTESTED } from '@/lib/domain/offers/determinants'
import { openBillHash } from '../../ids'
import { meterFactsWord, readToWords } from '../metering'
import { termsToWords } from '../terms'
import { stateNow, toldIn } from './chain-word'
import type { UnderCheck } from './check-bill'
import { finding, type BillCheck, type Finding } from './findings'
import type { BillFile, FileRead, FileRun, MonthRun, RevisedRun, SettledRun, YearMonth } from './file'
import { givenTo, sameWords, type GivenBill } from './given'
import { recordedRun, revisedIn, settledIn, surplusTold } from './recorded-runs'
import { yearNow } from './year'

/** Capacity, multiplier and digits: all of a meter's facts but its key, which may be another by the time a bill is made again. */
const DIAL_PARTS = ((1n << 72n) - 1n) << 160n

export function checkSettlement(under: UnderCheck): BillCheck[] {
  const { file } = under
  const runs = file.runs.flatMap((given, run): BillCheck[] => {
    const about = { part: 'settlement', run, again: null } as const
    const made: BillCheck = { ...about, name: 'transaction', chain: madeBy(under, given) }
    if (given.kind === 'trueUp') return [made]
    const surplus: BillCheck = { ...about, name: 'surplus', chain: surplusAs(under, given) }
    return [made, { ...about, name: 'given', chain: givenAs(under, given) }, surplus]
  })
  return [...runs, ...checkYear(under), { part: 'settlement', name: 'newest', again: null, chain: isNewest(under) }]
}

/** The transaction succeeded, in the block and at the time that the file says, and recorded this run of this very period. */
function madeBy({ file, market, word }: UnderCheck, run: FileRun): Finding {
  if (!word) return 'unknown'
  const receipt = word.receipts.get(run.transaction)
  if (!receipt?.succeeded || receipt.block !== run.block || receipt.time !== run.time) return 'wrong'
  const recorded = recordedRun(file, run, market, word)
  if (!recorded || recorded.end !== file.runs[0].closing.time) return 'wrong'
  if (run.kind === 'trueUp') return 'right'
  const attested = run.kind === 'revised' || recorded.indexCost === file.indexCost
  return finding(attested && recorded.start === run.opening.time && recorded.end === run.closing.time)
}

/** What the settlement was given is what the file says; unknown where another contract called it. */
function givenAs({ file, market, word }: UnderCheck, run: SettledRun | RevisedRun): Finding {
  if (!word) return 'unknown'
  const receipt = word.receipts.get(run.transaction)
  if (!receipt?.succeeded) return 'wrong'
  const { bills } = givenTo(receipt.sent, market)
  if (bills.length === 0) return 'unknown'
  return finding(bills.some((bill) => isGiven(bill, file, run)))
}

/** Contracted energy that was traded and credits that were taken are those that the surplus book told in the same transaction. */
function surplusAs({ file, market, word }: UnderCheck, { transaction, surplus }: SettledRun | RevisedRun): Finding {
  if (!word) return 'unknown'
  const receipt = word.receipts.get(transaction)
  if (!receipt?.succeeded) return 'wrong'
  const about = { id: file.agreement.id, start: file.tariff.table.start }
  const { bought, sold, taken } = surplusTold(toldIn(receipt, market), about)
  const given = surplus ?? NO_SURPLUS
  return finding(given.bought === bought && given.sold === sold && given.taken === taken)
}

function isGiven(bill: GivenBill, file: BillFile, { opening, closing }: SettledRun | RevisedRun): boolean {
  const terms = termsToWords(file.agreement.terms)
  const facts = meterFactsWord({ ...file.meter, signer: '0x0000000000000000000000000000000000000000' })
  const { meterId } = file.agreement.terms
  const words = (read: FileRead) => readToWords({ ...read, meterId })
  return (
    sameHex(bill.terms.meterId, terms.meterId) &&
    bill.terms.parties === terms.parties &&
    bill.terms.contracted.every((word, index) => word === terms.contracted[index]) &&
    sameHex(bill.terms.replaces, terms.replaces) &&
    bill.terms.nonce === terms.nonce &&
    bill.index === file.index &&
    bill.exit === file.exit &&
    bill.indexCost === file.indexCost &&
    (bill.facts & DIAL_PARTS) === (facts & DIAL_PARTS) &&
    sameWords(bill.opening, words(opening)) &&
    sameWords(bill.closing, words(closing))
  )
}

function checkYear(under: UnderCheck): BillCheck[] {
  const { file, again, word } = under
  if (file.year === null) return []
  const complete = again.timeline !== null && again.closes
  const chain = word
    ? finding(file.year.every((month) => month.runs.every((run, first) => isCounted(under, month, run, first === 0))))
    : 'unknown'
  return [{ part: 'settlement', name: 'yearMonths', again: finding(complete), chain }]
}

/** A month of the year, as its own bill was settled or made again. */
function isCounted({ file, market, word }: UnderCheck, month: YearMonth, run: MonthRun, first: boolean): boolean {
  const receipt = word?.receipts.get(run.transaction)
  if (!receipt?.succeeded || receipt.block !== run.block || first !== (run.log === null)) return false
  const named = { id: file.agreement.id, index: month.index }
  const told = toldIn(receipt, market)
  const recorded = run.log === null ? settledIn(told, named) : revisedIn(told, named, run.log)
  if (!recorded?.used) return false
  const charged = recorded.lines.reduce((sum, { kind, amount }) => (kind === 'ExitFee' ? sum : sum + amount), 0n)
  return recorded.contracted === month.contracted && sumWh(recorded.used) === run.used && charged === run.charged
}

/** Whether the chain knows of no run that the file does not know. */
function isNewest(under: UnderCheck): Finding {
  const { file, word } = under
  const now = word && stateNow(word)
  if (!now) return 'unknown'
  if (!sameHex(now.openBill, openHash(file))) return 'wrong'
  if (file.year === null) return 'right'
  const year = yearNow(under.again.timeline)
  return finding(
    year !== null &&
      year.contracted === now.year.contracted &&
      year.used === now.year.used &&
      year.charged === now.year.charged,
  )
}

/** What the chain keeps of a bill that can still be made again; nothing of one on measured reads. */
function openHash({ runs, agreement, exit, indexCost }: BillFile): Hex {
  const newest = runs.filter((run) => run.kind !== 'trueUp').at(-1) ?? runs[0]
  const { opening, closing } = newest
  if (opening.quality === 'Measured' && closing.quality === 'Measured') return ZERO_HASH
  const { meterId } = agreement.terms
  return openBillHash({
    opening: { ...opening, meterId },
    closing: { ...closing, meterId },
    exit,
    indexCost: indexCost === null ? NOT_ATTESTED : signedNano(indexCost),
  })
}
