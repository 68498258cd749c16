import { toBigint, toNumber, type ChainInteger } from '@/lib/chain/coding/numbers'
import { termsFromStruct, type TermsStruct } from '@/lib/chain/coding/terms'
import { saveAgreement } from '@/lib/db/write/agreements'
import type { Address, Hex } from '@/lib/domain/units/hex'
import { micro } from '@/lib/domain/units/units'
import { addressOf, argsOf, hexOf, placeOf, type Handler } from './happening'

interface Args {
  agreementId: Hex
  retailer: Address
  terms: TermsStruct
  termPeriods: ChainInteger
  deposit: ChainInteger
  /** No part of the event: from the transaction that carried it. */
  signature?: Hex
}

/** The deposit itself moves with the Locked event of the same transaction. */
export const agreementSigned: Handler = async (happening) => {
  const { agreementId, retailer, terms, termPeriods, deposit, signature } = argsOf<Args>(happening)
  const { at: signedAt, txHash, blockNumber } = placeOf(happening)
  await saveAgreement(happening.tx, {
    id: hexOf(agreementId),
    retailer: addressOf(retailer),
    terms: termsFromStruct(terms),
    termPeriods: toNumber(termPeriods),
    deposit: micro(toBigint(deposit)),
    txHash,
    blockNumber,
    signature: signature ? hexOf(signature) : null,
    signedAt,
  })
}
