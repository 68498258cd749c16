import { useTranslations } from 'next-intl'

/** A real wallet shows an agreement field by field, under English names: what each of them is. */
export function WalletNames() {
  const t = useTranslations('signing.summary')
  return <p className="mt-4 border-t border-line pt-3 text-sm text-quiet">{t('walletNames')}</p>
}
