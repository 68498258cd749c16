/** What pages know of a bill that rests on an estimate or was made again. */
import type { BillLine } from '@/lib/domain/billing/lines'
import type { Read } from '@/lib/domain/metering/read'
import type { RegisterValues } from '@/lib/domain/metering/register-values'
import type { BillReads } from '@/lib/domain/settlement/revision'
import type { Micro, SignedMicro, Wh } from '@/lib/domain/units/units'

export interface RevisedLine extends BillLine {
  /** Null where the viewer may not know it. */
  payeeName: string | null
}

/** A run after the first. */
export interface RevisionRun {
  /** Null where only the true-up of a contract year was made again. */
  usedWh: RegisterValues<Wh> | null
  reversed: readonly RevisedLine[]
  lines: readonly RevisedLine[]
  /** What the customer pays more; below zero it gets back. */
  net: SignedMicro
  /** Null if nobody can tell which they were. */
  reads: BillReads | null
  /** Of what comes back: not paid yet by those who got too much. */
  stillOwed: Micro
  settledAt: number
  txHash: string
}

/** A revision that the contracts refuse. */
export interface RefusedRevision {
  /** The bill. */
  subject: string
  reasonName: string
  reasonFacts: Record<string, string>
}

export interface RevisableBill {
  id: string
  /** The oldest first. */
  runs: readonly RevisionRun[]
  /** Of the first run: null if all its reads were measured. */
  firstReads: BillReads | null
  firstUsed: Wh
  firstTotal: Micro
  estimated: boolean
  trueReadCame: boolean
  opening: Read | null
  closing: Read | null
}

/** Whom a page speaks to. */
export type BillReader = 'consumer' | 'retailer'
