import { useTranslations } from 'next-intl'
import type { ComparedAnswer } from './worker/protocol'

/** Where the range comes from, and which prices stand for months that have none of their own. */
export function RangeNote({ compared: { range, borrowed } }: { compared: ComparedAnswer }) {
  const t = useTranslations('compare.range')
  const count = range.scenarios
  const method = { years: () => t('years', { count }), weeks: () => t('weeks', { count }), none: () => t('none') }
  return (
    <div className="max-w-prose space-y-2 text-sm text-quiet">
      <p>{method[range.method]()}</p>
      <p>{t('penalties')}</p>
      {borrowed.length > 0 && <p>{t('borrowed')}</p>}
    </div>
  )
}
