/** Placing a lot or a bid, and taking one back, as wallet steps. */
import { signatureDeadline } from '@/components/wallet/deadline'
import type { WalletStep } from '@/components/wallet/flow'
import type { WalletSettings } from '@/components/wallet/market-chain'
import { nextNonce } from '@/components/wallet/nonces'
import { permitSteps } from '@/components/wallet/permit-steps'
import type { SigningWallet } from '@/components/wallet/signing-wallet'
import { bidTypedData, lotTypedData, orderWithdrawalTypedData, type Order } from '@/lib/chain/intents/surplus'
import { ok, type Decision } from '@/lib/domain/decision'
import type { OrderSide } from '@/lib/domain/surplus/session'
import { micro, type Micro } from '@/lib/domain/units/units'
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
  /** What the free balance lacks of a bid, as far as the page knows. */
  missing: Micro
  titles: { permit: string; sign: string }
}

export function placeSteps({ settings, side, draft, missing, titles }: PlaceRequest): WalletStep[] {
  const common = {
    settings,
    missing,
    titles,
    sign: (wallet: SigningWallet) => signOrder(wallet, settings, side, draft),
  }
  if (side === 'Bid') {
    const send = (signed: SignedOrder, permit: Parameters<typeof sendBid>[0]['permit']) =>
      sendBid({ ...signed, permit })
    return permitSteps({ ...common, check: () => checkBeforeBidding(draft), send })
  }
  return permitSteps({ ...common, check: () => withoutMoney(checkBeforeListing(draft)), send: sendLot })
}

export interface TakeBackRequest {
  settings: WalletSettings
  order: { sessionId: bigint; account: Order['account']; isLot: boolean; index: number }
  title: string
}

export function takeBackSteps({ settings, order, title }: TakeBackRequest): WalletStep[] {
  return permitSteps({
    ...{ settings, missing: NOTHING, titles: { permit: '', sign: title } },
    check: () => withoutMoney(checkBeforeWithdrawing(order)),
    sign: (wallet) => signTakingBack(wallet, settings, order),
    send: sendOrderWithdrawal,
  })
}

const NOTHING = micro(0n)

async function withoutMoney(checked: Promise<Decision<unknown>>): Promise<Decision<{ missing: Micro }>> {
  const decision = await checked
  return decision.ok ? ok({ missing: NOTHING }) : decision
}

type SignedOrder = Awaited<ReturnType<typeof signOrder>>

async function signOrder(wallet: SigningWallet, settings: WalletSettings, side: OrderSide, draft: OrderDraft) {
  const order: Order = { ...draft, ...(await intentOf(wallet, settings)) }
  const { message, ...data } = (side === 'Lot' ? lotTypedData : bidTypedData)(placeOf(settings), order)
  return { order, signature: await wallet.signTypedData({ ...data, message: { ...message } }) }
}

async function signTakingBack(wallet: SigningWallet, settings: WalletSettings, order: TakeBackRequest['order']) {
  const withdrawal = { ...order, ...(await intentOf(wallet, settings)) }
  const { message, ...data } = orderWithdrawalTypedData(placeOf(settings), withdrawal)
  return { withdrawal, signature: await wallet.signTypedData({ ...data, message: { ...message } }) }
}

async function intentOf(wallet: SigningWallet, settings: WalletSettings) {
  const [nonce, expiry] = await Promise.all([nextNonce(wallet, settings, 'SurplusMarket'), signatureDeadline(wallet)])
  return { nonce, expiry }
}

const placeOf = ({ chainId, contracts }: WalletSettings) => ({ chainId, surplusMarket: contracts.SurplusMarket })
