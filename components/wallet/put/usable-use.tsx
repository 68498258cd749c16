import { useTranslations } from 'next-intl'
import type { WalletSettings } from '@/components/wallet/market-chain'
import type { OwnDue } from '@/lib/domain/surplus/agreement-due'
import type { HeldCredit } from '@/lib/domain/surplus/credits'
import { putChoices } from '@/lib/domain/surplus/put-choices'
import type { Address } from '@/lib/domain/units/hex'
import { PutButton } from './put-button'

export interface UsableUseProps {
  settings: WalletSettings
  account: Address
  credit: HeldCredit
  /** The holder's own agreements. */
  dues: readonly OwnDue[]
}

/** The way to use usable credits, or what it lacks. */
export function UsableUse({ dues, ...form }: UsableUseProps) {
  const t = useTranslations('credits.put')
  const [first, ...others] = putChoices(form.credit, dues)
  if (!first) return <span className="text-soft">{t('noAgreement')}</span>
  return <PutButton {...form} choices={[first, ...others]} />
}
