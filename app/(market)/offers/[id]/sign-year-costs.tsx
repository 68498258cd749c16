'use client'

import { useTranslations } from 'next-intl'
import { Money, MoneyDifference } from '@/components/energy/money'
import { classes } from '@/components/ui/classes'
import { STRAY_PERCENT, type Outlook } from './outlook'

/** A year as planned, one with less and one with more, side by side. Nothing without published prices. */
export function YearCosts({ view }: { view: Outlook }) {
  const t = useTranslations('signing.year')
  const { asPlanned, less, more } = view
  if (asPlanned === null || less === null || more === null) return null
  const percent = Number(STRAY_PERCENT)
  const rows = [
    { key: 'less', name: t('less', { percent }), amount: less },
    { key: 'asPlanned', name: t('asPlanned'), amount: asPlanned },
    { key: 'more', name: t('more', { percent }), amount: more },
  ] as const
  return (
    <table className="mt-5 w-full border-t border-line text-sm">
      <caption className="pt-4 pb-2 text-left font-semibold text-ink">{t('title')}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{t('use')}</th>
          <th scope="col">{t('cost')}</th>
          <th scope="col">{t('difference')}</th>
        </tr>
      </thead>
      <tbody className="divide-y divide-line">
        {rows.map(({ key, name, amount }) => (
          <tr key={key} className={key === 'asPlanned' ? 'font-semibold' : undefined}>
            <th
              scope="row"
              className={classes(
                'py-2 pr-3 text-left',
                key === 'asPlanned' ? 'font-semibold' : 'font-normal text-soft',
              )}
            >
              {name}
            </th>
            <td className="py-2 text-right">
              <Money micro={amount} />
            </td>
            <td className="py-2 pl-3 text-right text-quiet">
              {key !== 'asPlanned' && <MoneyDifference micro={amount - asPlanned} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
