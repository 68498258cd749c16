/** Takes a consumer's signature under the end of an agreement and has it sent: a notice, or going back in the cooling-off days. */
import { deployment } from '@/lib/chain/deployment'
import { endCall } from '@/lib/chain/intents/end'
import { headOf } from '@/lib/chain/logs'
import { noncesOf, pausedUntil, termStateOf } from '@/lib/chain/read'
import { relayerAccount, tryCall } from '@/lib/chain/relay'
import type { Viewer } from '@/lib/db/client'
import { getSignedAgreement, type SignedAgreementRow } from '@/lib/db/read/signed-agreement'
import { listPeriods } from '@/lib/db/read/tariffs'
import { canEnd, type Ended, type Ending, type EndingFacts } from '@/lib/domain/agreements/can-end'
import { ok, refuse, type Decision } from '@/lib/domain/decision'
import { periodAt } from '@/lib/domain/settlement/period'
import { sameHex, ZERO_HASH, type Address, type Hex } from '@/lib/domain/units/hex'
import { noneUnderWay } from './one-signature'
import { queueCalls } from './queue-relay'

export interface SignedEnding {
  ending: Ending
  signature: Hex
}

export async function endAgreement(
  viewer: Viewer,
  { ending, signature }: SignedEnding,
): Promise<Decision<{ relayId: string; ended: Ended }>> {
  const { agreementId } = ending
  const signed = await getSignedAgreement(viewer, agreementId)
  if (!signed) return refuse('AgreementUnknown', { agreementId })
  const { consumer } = signed.terms
  // Its retailer sees it too, and must not end it.
  if (!sameHex(viewer.address as Address, consumer)) return refuse('NotYourAccount', { account: consumer })
  const facts = await endingFacts(ending, signed)
  const decision = canEnd(facts)
  if (!decision.ok) return decision
  const call = endCall(deployment().contracts, { ...signed, period: facts.period, ending, signature })
  const tried = await tryCall(relayerAccount().address, call, 'latest')
  if (!tried.ok) return tried
  const queued = await queueCalls(viewer, [{ kind: 'end', call, about: { agreementId } }], noneUnderWay(viewer))
  return queued.ok ? ok({ relayId: queued.value, ended: decision.value }) : queued
}

/** Read from the chain, not from rows: a bill may have been settled a second ago. */
async function endingFacts(ending: Ending, { terms, offer }: SignedAgreementRow): Promise<EndingFacts> {
  const [head, state, before, calendar, nonces, until] = await Promise.all([
    headOf(),
    termStateOf(ending.agreementId),
    sameHex(terms.replaces, ZERO_HASH) ? null : termStateOf(terms.replaces),
    listPeriods(),
    noncesOf(terms.consumer),
    pausedUntil('Signing'),
  ])
  return {
    now: head.timestamp,
    ending,
    offer,
    terms,
    state,
    before,
    calendar,
    period: periodAt(calendar, state?.settledUntil ?? 0)?.start ?? 0,
    nextNonce: nonces.agreement,
    signatureValid: null, // The contract judges it, right after this.
    pausedUntil: until,
  }
}
