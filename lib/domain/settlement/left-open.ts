/** What a bill left open and nobody has paid since. */
import { micro, type Micro } from '../units/units'

/** A debt is made in the transaction of the run that found too little money. */
export interface OpenDebt {
  txHash: string
  cause: string
  open: Micro
}

export interface OpenableBill {
  agreementId: string
  /** Of its first run. */
  txHash: string
  /** Its later runs: what they charged in addition may be open, too. */
  runs?: readonly { txHash: string }[]
}

/** An agreement may have left several bills open: each counts its own debts only. */
export function leftOpen({ agreementId, txHash, runs = [] }: OpenableBill, debts: readonly OpenDebt[]): Micro {
  const made = new Set([txHash, ...runs.map((run) => run.txHash)])
  const own = debts.filter((debt) => debt.cause === agreementId && made.has(debt.txHash))
  return micro(own.reduce<bigint>((sum, { open }) => sum + open, 0n))
}

/** When the first of what bills left open is due. Null if nothing is open, or nobody can tell. */
export function earliestDue(
  bills: readonly { agreementId: string; txHash: string; due: number | null }[],
  debts: readonly OpenDebt[],
): number | null {
  const dues = bills.flatMap((bill) => (bill.due !== null && leftOpen(bill, debts) > 0n ? [bill.due] : []))
  return dues.length === 0 ? null : Math.min(...dues)
}
