/** A bill as a PDF for the consumer who pays it. */
import type { Viewer } from '@/lib/db/client'
import { getBill } from '@/lib/db/read/bill'
import { ok, refuse, type Decision } from '@/lib/domain/decision'
import { sameHex, type Hex } from '@/lib/domain/units/hex'
import { findChromium } from './printing/find-chromium'
import { printPage } from './printing/print-page'

/** A browser takes much memory: one at a time, and a short line of those who wait. */
const LONGEST_LINE = 4
let line = 0
let last: Promise<unknown> = Promise.resolve()
/** One for each member: nobody keeps the printer for themselves. */
const printing = new Set<string>()

export interface PrintedBill {
  pdf: Buffer
  start: number
}

/**
 * Null for a bill that the viewer does not pay: the same as for none. Refused where the machine has no Chromium, where others wait
 * already, and where printing fails.
 * @param cookie The viewer's own, to show the very page they see.
 */
export async function printBill(viewer: Viewer, id: string, cookie: string): Promise<Decision<PrintedBill> | null> {
  const bill = await getBill(viewer, id)
  if (!bill || !sameHex(bill.consumer as Hex, viewer.address as Hex)) return null
  const program = findChromium()
  if (!program) return refuse('PrinterMissing')
  const who = viewer.address.toLowerCase()
  if (line >= LONGEST_LINE || printing.has(who)) return refuse('PrinterBusy')
  line++
  printing.add(who)
  const print = { path: `/consumer/bills/${bill.id}`, cookie, shows: '[data-bill-total]' }
  const turn = last.then(() => printPage(program, print))
  last = turn.catch(() => undefined)
  try {
    return ok({ pdf: await turn, start: bill.start })
  } catch {
    return refuse('PrinterFailed')
  } finally {
    line--
    printing.delete(who)
  }
}
