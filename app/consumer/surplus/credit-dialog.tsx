'use client'

import { CreditWindow } from '@/components/wallet/credit-window'
import type { WalletSettings } from '@/components/wallet/market-chain'
import { useRefreshOnClose } from '@/components/wallet/use-refresh-on-close'
import type { HeldCredit } from '@/lib/domain/surplus/credits'
import type { Address } from '@/lib/domain/units/hex'
import type { MicroPerKwh } from '@/lib/domain/units/units'
import type { NamedStorage } from '@/lib/services/own-surplus'
import { ReturnForm } from './return-form'
import { StoreForm } from './store-form'

export interface CreditFormProps {
  settings: WalletSettings
  /** Who is signed in: the only account that may sign here. */
  account: Address
  credit: HeldCredit
  /** That take something, the best first. */
  offers: readonly NamedStorage[]
  /** Null while it is not published. */
  feedIn: MicroPerKwh | null
  /** When the page was made: expiries are whole hours, so seconds do not matter. */
  now: number
}

export interface CreditDialogProps extends CreditFormProps {
  use: 'store' | 'return'
  onClose: () => void
}

/** One dialog for both. Brings the wallet code with it: loaded only when it opens. */
export function CreditDialog({ use, onClose, ...form }: CreditDialogProps) {
  const { done, close } = useRefreshOnClose(onClose)
  const Form = use === 'store' ? StoreForm : ReturnForm
  return (
    <CreditWindow use={use} settings={form.settings} onClose={close}>
      <Form {...form} onDone={done} />
    </CreditWindow>
  )
}
