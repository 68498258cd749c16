/**
 * What takes a signature, and money if some is missing, as wallet steps. What was asked once is held until the market has taken or
 * refused it: no retry asks for it again.
 */
import type { SignedPermit } from '@/lib/chain/intents/permit'
import type { Decision } from '@/lib/domain/decision'
import type { Micro } from '@/lib/domain/units/units'
import { refused, WalletFlowError } from './failure'
import type { WalletStep } from './flow'
import type { WalletSettings } from './market-chain'
import { signPermit } from './permit'
import { relayFollowed } from './relay'
import type { SigningWallet } from './signing-wallet'

export interface PermitFlow<Signed> {
  settings: WalletSettings
  /** What the free balance lacks, as far as the page knows; zero shows no step for a permit. */
  missing: Micro
  titles: { permit: string; sign: string }
  /** Whether it could be done now, and what money is missing: asked before the wallet is. */
  check: () => Promise<Decision<{ missing: Micro }>>
  sign: (wallet: SigningWallet) => Promise<Signed>
  /** Hands both to the market. @returns the id of the request, to follow. */
  send: (signed: Signed, permit: SignedPermit | null) => Promise<Decision<string>>
}

/** Signed and not yet known to be taken. */
interface Held<Signed> {
  permit: SignedPermit | null
  signed: Signed | null
}

/** A refusal of one of these speaks of the permit; any other leaves it good. */
const ABOUT_PERMIT = [
  'ERC2612ExpiredSignature',
  'ERC2612InvalidSigner',
  'ERC20InsufficientAllowance',
  'ERC20InsufficientBalance',
]

/** At most two prompts: a permit for the money that is missing, and what it is for. Both go to the relayer together. */
export function permitSteps<Signed>(flow: PermitFlow<Signed>): WalletStep[] {
  const held: Held<Signed> = { permit: null, signed: null }
  const permitStep: WalletStep = {
    key: 'permit',
    title: flow.titles.permit,
    send: async (wallet) => {
      await holdPermit(held, wallet, flow)
      return 'held'
    },
    // Nothing to wait for: it is sent with what it is for.
    confirm: async () => {},
  }
  const signStep: WalletStep = {
    key: 'sign',
    title: flow.titles.sign,
    send: async (wallet) => {
      if (held.signed === null) {
        await holdPermit(held, wallet, flow)
        held.signed = await flow.sign(wallet)
      }
      return handIn(held, held.signed, flow)
    },
    confirm: async (relayId) => {
      try {
        await relayFollowed(relayId)
      } catch (error) {
        // The permit went with it, and may be used up.
        if (isRefusal(error)) Object.assign(held, { permit: null, signed: null })
        throw error
      }
    },
  }
  return flow.missing > 0n ? [permitStep, signStep] : [signStep]
}

/** Asks the market first, so that the wallet is never asked for what would be refused, nor for money that is there. */
async function holdPermit<Signed>(
  held: Held<Signed>,
  wallet: SigningWallet,
  { settings, check }: PermitFlow<Signed>,
): Promise<void> {
  const now = await check()
  if (!now.ok) throw refused(now.refusal)
  const { missing } = now.value
  if (missing === 0n) held.permit = null
  else if (!held.permit || held.permit.amount < missing) held.permit = await signPermit(wallet, settings, missing)
}

/** Whatever is thrown instead of an answer leaves it open whether it arrived: the same signature is handed in again, and counts once. */
async function handIn<Signed>(held: Held<Signed>, signed: Signed, { send }: PermitFlow<Signed>): Promise<string> {
  const sent = await send(signed, held.permit)
  if (sent.ok) return sent.value
  held.signed = null
  if (ABOUT_PERMIT.includes(sent.refusal.name)) held.permit = null
  throw refused(sent.refusal)
}

function isRefusal(error: unknown): boolean {
  return error instanceof WalletFlowError && error.failure.kind === 'refused'
}
