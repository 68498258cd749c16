import type { WalletSettings } from '@/components/wallet/market-chain'
import type { SessionKind } from '@/lib/domain/surplus/session'
import type { Tick } from '@/lib/domain/surplus/tick'
import type { Trader } from '@/lib/services/surplus-trader'

/** What the forms of a lot and of a bid are given. */
export interface OrderFormProps {
  settings: WalletSettings
  session: { id: bigint; kind: SessionKind }
  trader: Trader
  /** At which the session would be cleared now; null where nothing would be traded. */
  price: Tick | null
}

export function focusFaulty(form: HTMLFormElement, field: 'energy' | 'price'): void {
  form.querySelector<HTMLInputElement>(`[data-order="${field}"]`)?.focus()
}
