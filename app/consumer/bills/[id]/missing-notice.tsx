import { useLocale, useTranslations } from 'next-intl'
import { Moment } from '@/components/energy/period'
import { Callout } from '@/components/ui/callout'
import type { Micro } from '@/lib/domain/units/units'
import { sentenceGap } from '@/lib/format/locale'
import { formatMoney } from '@/lib/format/money'

/** What this bill found no money for, and what has become of it since. */
export function MissingNotice({ missing, due, open }: { missing: Micro; due: number | null; open: Micro }) {
  const t = useTranslations('bill.missing')
  const locale = useLocale()
  const amount = formatMoney(missing, locale)
  if (open === 0n) {
    return (
      <Callout tone="success" title={t('settledTitle', { amount })}>
        {t('settledMeaning')}
      </Callout>
    )
  }
  return (
    <Callout tone="warning" title={t('openTitle', { amount })}>
      {t('openMeaning', { open: formatMoney(open, locale) })}
      {sentenceGap[locale]}
      {due !== null && t.rich('due', { day: () => <Moment at={due} /> })}
    </Callout>
  )
}
