import { useTranslations } from 'next-intl'

/** A real wallet shows a lot or a bid field by field, under English names: what each of them is. */
export function WalletNames() {
  const t = useTranslations('sessions.order')
  return <p className="border-t border-line pt-3 text-sm text-quiet">{t('walletNames')}</p>
}
