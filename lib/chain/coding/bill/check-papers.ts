/** What the bill rests on besides the reads: the signed terms, the offer, the tariff table. Each is the hash of what it is. Safe for the client. */
import { sameHex, type Hex } from '@/lib/domain/units/hex'
import type { Offer } from '@/lib/domain/offers/offer'
import type { TariffTable } from '@/lib/domain/tariffs/table'
import { agreementId, offerId, tariffHash } from '../../ids'
import { offerFromStruct, type OfferStruct } from '../offer'
import { tableFromStruct, type TariffStruct } from '../tariff'
import { stateNow, toldIn, type Told } from './chain-word'
import type { UnderCheck } from './check-bill'
import { finding, type BillCheck, type CheckName, type Finding } from './findings'
import { closesContractYear } from './recompute'

export function checkPapers(under: UnderCheck): BillCheck[] {
  const { file, again } = under
  const { agreement, offer, tariff } = file
  const { terms } = agreement
  const offered = toldBy(under, offer.transaction, 'OfferPublished', ({ contract, args }) => {
    return contract === 'OfferBook' && isHash(args['offerId'], terms.offerId)
  })
  const paper = (name: CheckName, ours: Finding | null, chain: Finding | null): BillCheck => {
    return { part: 'papers', name, again: ours, chain }
  }
  return [
    paper('terms', finding(sameHex(agreementId(terms), agreement.id)), signedOnChain(under)),
    paper(
      'offer',
      finding(sameHex(offerId(offer.content), terms.offerId)),
      compared(offered, ({ args }) => sameHex(offerId(offerFromStruct(args['offer'] as OfferStruct)), terms.offerId)),
    ),
    paper(
      'offerName',
      null,
      compared(offered, ({ args }) => args['name'] === offer.name),
    ),
    paper('formula', finding(again.pricing !== null), null),
    paper('tariff', null, publishedOnChain(under)),
    paper(
      'tariffFits',
      finding(fits(offer.content, tariff.table, file.runs[0].opening.time, file.runs[0].closing.time)),
      null,
    ),
    paper('ending', finding(closesContractYear(file) === (file.year !== null)), endingOnChain(under)),
  ]
}

/** The event of a name in a transaction that this bill names; undefined where the chain has no say, null where there is none. */
function toldBy(
  { market, word }: UnderCheck,
  transaction: Hex,
  name: string,
  isIt: (told: Told) => boolean,
): Told | null | undefined {
  if (!word) return undefined
  const receipt = word.receipts.get(transaction)
  if (!receipt?.succeeded) return null
  return toldIn(receipt, market).find((told) => told.name === name && isIt(told)) ?? null
}

function compared(told: Told | null | undefined, isRight: (told: Told) => boolean): Finding {
  if (told === undefined) return 'unknown'
  try {
    return finding(told !== null && isRight(told))
  } catch {
    return 'wrong'
  }
}

function signedOnChain(under: UnderCheck): Finding {
  const { id, transaction } = under.file.agreement
  const signed = toldBy(under, transaction, 'AgreementSigned', ({ contract, args }) => {
    return contract === 'AgreementBook' && isHash(args['agreementId'], id)
  })
  return compared(signed, () => true)
}

function publishedOnChain(under: UnderCheck): Finding {
  const { transaction, table } = under.file.tariff
  const published = toldBy(under, transaction, 'TariffPublished', ({ contract, args }) => {
    return (
      contract === 'TariffBook' && isHash(tariffHash(tableFromStruct(args['table'] as TariffStruct)), tariffHash(table))
    )
  })
  return compared(published, () => true)
}

/** Whether the term is cut where this bill ends. A later cut changes nothing about it. */
function endingOnChain({ file, word }: UnderCheck): Finding {
  if (!word) return 'unknown'
  const now = stateNow(word)
  return now ? finding((now.endsAt === file.runs[0].closing.time) === file.agreement.endsHere) : 'unknown'
}

function fits(offer: Offer, table: TariffTable, start: number, end: number): boolean {
  const place = offer.region === table.region && offer.voltageClass === table.voltageClass
  return place && table.start <= start && start < table.end && start < end && end <= table.end
}

function isHash(value: unknown, hash: Hex): boolean {
  return typeof value === 'string' && sameHex(value as Hex, hash)
}
