import { cache } from 'react'
import { getViewer, type SignedInViewer } from '@/lib/auth/viewer'
import { getBill, type BillDetail } from '@/lib/db/read/bill'
import { sameHex, type Hex } from '@/lib/domain/units/hex'
import { refused } from '@/app/api/json-body'

/** A bill for whoever pays it; null for anybody else, as if there were none. Read once per request. */
export const ownBill = cache(async (viewer: SignedInViewer, id: string): Promise<BillDetail | null> => {
  const bill = await getBill(viewer, id)
  return bill && sameHex(bill.consumer as Hex, viewer.address) ? bill : null
})

/** Who asks for a bill's file; else the answer. What an account may not see and what is not there look the same. */
export async function whoAsks(): Promise<{ viewer: SignedInViewer } | { answer: Response }> {
  const viewer = await getViewer()
  return viewer ? { viewer } : { answer: refused('NotSignedIn', 401) }
}

export const noSuchBill = (): Response => refused('RequestUnknown', 404)

/** What a saved file is called. It says nothing of the customer. */
export function fileName(period: string, ending: string): string {
  return `bill-${period}.${ending}`
}
