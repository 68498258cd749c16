/** Takes a consumer's signature under an offer that replaces its meter's agreement, and has it sent, after a deposit if one comes with it. */
import { deployment } from '@/lib/chain/deployment'
import { agreementId } from '@/lib/chain/ids'
import { depositCall } from '@/lib/chain/intents/calls'
import { switchCall } from '@/lib/chain/intents/switch'
import { relayerAccount, tryCalls } from '@/lib/chain/relay'
import { asViewer, type Viewer } from '@/lib/db/client'
import { requestOfAgreement } from '@/lib/db/read/signings'
import { canSwitch } from '@/lib/domain/agreements/can-switch'
import { ok, refuse, type Decision } from '@/lib/domain/decision'
import { sameHex, type Address, type Hex } from '@/lib/domain/units/hex'
import { micro } from '@/lib/domain/units/units'
import { oneAtATime } from './one-signature'
import { queueCalls, type RelayedCall } from './queue-relay'
import type { SignedAgreement } from './sign-agreement'
import { switchingFacts } from './switching-facts'

/** `terms.replaces` names the agreement that ends where the new one starts. The same signature may come twice: it is one request. */
export async function switchAgreement(
  viewer: Viewer,
  { terms, signature, permit }: SignedAgreement,
): Promise<Decision<{ relayId: string; agreementId: Hex }>> {
  const { consumer, meterId, replaces, offerId, start } = terms
  // The relayer pays the gas of its own members' signatures only.
  if (!sameHex(viewer.address as Address, consumer)) return refuse('NotYourAccount', { account: consumer })
  const id = agreementId(terms)
  const known = await asViewer(viewer, (tx) => requestOfAgreement(tx, viewer.address, id))
  if (known) return ok({ relayId: known, agreementId: id })
  const found = await switchingFacts(viewer, terms)
  if (!found.ok) return found
  const { facts, old } = found.value
  const free = facts.free + (permit?.amount ?? 0n)
  const decision = canSwitch({ ...facts, free: micro(free > 0n ? free : 0n) })
  if (!decision.ok) return decision
  const at = deployment().contracts
  const signed = { old: { ...old, period: facts.old.period }, offer: facts.offer, terms, signature }
  const calls: RelayedCall[] = [
    ...(permit ? [{ kind: 'deposit' as const, call: depositCall(at, consumer, permit) }] : []),
    { kind: 'switch', call: switchCall(at, signed), about: { agreementId: id, offerId, meterId, start, replaces } },
  ]
  const tried = await tryCalls(
    relayerAccount().address,
    calls.map(({ call }) => call),
  )
  if (!tried.ok) return tried
  const queued = await queueCalls(viewer, calls, oneAtATime(viewer, id))
  return queued.ok ? ok({ relayId: queued.value, agreementId: id }) : queued
}
