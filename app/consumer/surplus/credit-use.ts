import type { WalletSettings } from '@/components/wallet/market-chain'
import type { PeriodRow } from '@/lib/db/read/tariffs'
import type { Address } from '@/lib/domain/units/hex'
import type { NamedStorage } from '@/lib/services/own-surplus'

/** What every button on these pages needs to let the viewer sign. */
export interface SigningFacts {
  settings: WalletSettings
  account: Address
  offers: readonly NamedStorage[]
  now: number
  calendar: readonly PeriodRow[]
}
