/** Placing and taking back as wallet steps. What was asked once is held until the market has taken or refused it. */
import { signatureDeadline } from '@/components/wallet/deadline'
import { refused, WalletFlowError } from '@/components/wallet/failure'
import type { WalletStep } from '@/components/wallet/flow'
import type { WalletSettings } from '@/components/wallet/market-chain'
import { nextNonce } from '@/components/wallet/nonces'
import { signPermit } from '@/components/wallet/permit'
import { relayFollowed } from '@/components/wallet/relay'
import type { SigningWallet } from '@/components/wallet/signing-wallet'
import type { SignedPermit } from '@/lib/chain/intents/permit'
import { bidTypedData, lotTypedData, orderWithdrawalTypedData, type Order } from '@/lib/chain/intents/surplus'
import type { Decision } from '@/lib/domain/decision'
import type { OrderSide } from '@/lib/domain/surplus/session'
import type { Hex } from '@/lib/domain/units/hex'
import type { Micro } from '@/lib/domain/units/units'
import {
  checkBeforeBidding,
  checkBeforeListing,
  checkBeforeWithdrawing,
  sendBid,
  sendLot,
  sendOrderWithdrawal,
} from './order-action'

export type OrderDraft = Omit<Order, 'nonce' | 'expiry'>

export interface PlaceRequest {
  settings: WalletSettings
  side: OrderSide
  draft: OrderDraft
  /** What the free balance lacks, as far as the page knows; zero shows no step for a permit. */
  missing: Micro
  titles: { permit: string; sign: string }
}

/** Signed and not yet known to be taken. */
interface Held {
  permit: SignedPermit | null
  signed: { order: Order; signature: Hex } | null
}

/** A refusal of one of these speaks of the permit; any other leaves it good. */
const ABOUT_PERMIT = [
  'ERC2612ExpiredSignature',
  'ERC2612InvalidSigner',
  'ERC20InsufficientAllowance',
  'ERC20InsufficientBalance',
]

/** At most two prompts: a permit for the money that is missing, and the order. Both go to the relayer together. */
export function placeSteps(request: PlaceRequest): WalletStep[] {
  const held: Held = { permit: null, signed: null }
  const permitStep: WalletStep = {
    key: 'permit',
    title: request.titles.permit,
    send: async (wallet) => {
      await lookBefore(held, wallet, request)
      return 'held'
    },
    // Nothing to wait for: it is sent with the order.
    confirm: async () => {},
  }
  const signStep: WalletStep = {
    key: 'sign',
    title: request.titles.sign,
    send: async (wallet) => {
      held.signed ??= await signOrder(held, wallet, request)
      return handIn(held, request.side)
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
  return request.missing > 0n ? [permitStep, signStep] : [signStep]
}

/** Asks the market first, so that the wallet is never asked for what would be refused, nor for money that is there. */
async function lookBefore(held: Held, wallet: SigningWallet, { settings, side, draft }: PlaceRequest): Promise<void> {
  if (side === 'Lot') return void valueOf(await checkBeforeListing(draft))
  const { missing } = valueOf(await checkBeforeBidding(draft))
  if (missing === 0n) held.permit = null
  else if (!held.permit || held.permit.amount < missing) held.permit = await signPermit(wallet, settings, missing)
}

async function signOrder(held: Held, wallet: SigningWallet, request: PlaceRequest) {
  await lookBefore(held, wallet, request)
  const { settings, side, draft } = request
  const [nonce, expiry] = await Promise.all([nextNonce(wallet, settings, 'SurplusMarket'), signatureDeadline(wallet)])
  const order: Order = { ...draft, nonce, expiry }
  const place = { chainId: settings.chainId, surplusMarket: settings.contracts.SurplusMarket }
  const { message, ...data } = side === 'Lot' ? lotTypedData(place, order) : bidTypedData(place, order)
  return { order, signature: await wallet.signTypedData({ ...data, message: { ...message } }) }
}

/** Whatever is thrown instead of an answer leaves it open whether it arrived: the same signature is handed in again, and counts once. */
async function handIn(held: Held, side: OrderSide): Promise<string> {
  if (!held.signed) throw new Error('nothing has been signed')
  const sent = side === 'Lot' ? await sendLot(held.signed) : await sendBid({ ...held.signed, permit: held.permit })
  if (sent.ok) return sent.value
  held.signed = null
  if (ABOUT_PERMIT.includes(sent.refusal.name)) held.permit = null
  throw refused(sent.refusal)
}

export interface TakeBackRequest {
  settings: WalletSettings
  order: { sessionId: bigint; account: Order['account']; isLot: boolean; index: number }
  title: string
}

export function takeBackSteps({ settings, order, title }: TakeBackRequest): WalletStep[] {
  let held: Parameters<typeof sendOrderWithdrawal>[0] | null = null
  return [
    {
      key: 'takeBack',
      title,
      send: async (wallet) => {
        held ??= await signTakingBack(wallet, settings, order)
        const sent = await sendOrderWithdrawal(held)
        if (!sent.ok) held = null
        return valueOf(sent)
      },
      confirm: async (relayId) => {
        try {
          await relayFollowed(relayId)
        } catch (error) {
          if (isRefusal(error)) held = null
          throw error
        }
      },
    },
  ]
}

async function signTakingBack(wallet: SigningWallet, settings: WalletSettings, order: TakeBackRequest['order']) {
  valueOf(await checkBeforeWithdrawing(order))
  const [nonce, expiry] = await Promise.all([nextNonce(wallet, settings, 'SurplusMarket'), signatureDeadline(wallet)])
  const withdrawal = { ...order, nonce, expiry }
  const place = { chainId: settings.chainId, surplusMarket: settings.contracts.SurplusMarket }
  const { message, ...data } = orderWithdrawalTypedData(place, withdrawal)
  return { withdrawal, signature: await wallet.signTypedData({ ...data, message: { ...message } }) }
}

function valueOf<T>(decision: Decision<T>): T {
  if (!decision.ok) throw refused(decision.refusal)
  return decision.value
}

function isRefusal(error: unknown): boolean {
  return error instanceof WalletFlowError && error.failure.kind === 'refused'
}
