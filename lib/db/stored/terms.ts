/** Signed terms between the domain and the rows of agreements. */
import type { Terms } from '@/lib/domain/agreements/terms'
import type { Address, Hex } from '@/lib/domain/units/hex'
import type { Decimal } from '../client'
import { whOf, wholeOf } from './amounts'

export interface TermsColumns {
  consumer: string
  offerId: string
  meterId: string
  start: bigint
  contractedWh: Decimal[]
  replaces: string
  nonce: Decimal
  expiry: bigint
}

export function termsFromRow(row: TermsColumns): Terms {
  return {
    consumer: row.consumer as Address,
    offerId: row.offerId as Hex,
    meterId: row.meterId as Hex,
    start: Number(row.start),
    contracted: row.contractedWh.map(whOf),
    replaces: row.replaces as Hex,
    nonce: wholeOf(row.nonce),
    expiry: Number(row.expiry),
  }
}
