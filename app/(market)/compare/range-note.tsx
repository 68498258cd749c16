import { useTranslations } from 'next-intl'
import type { ComparedAnswer } from './worker/protocol'

/** Where the range comes from, and which prices stand for months that have none of their own. */
export function RangeNote({ compared: { range, borrowed } }: { compared: ComparedAnswer }) {
  const t = useTranslations('compare.range')
  return (
    <div className="max-w-prose space-y-2 text-sm text-quiet">
      <p>{t(range.method, { count: range.scenarios })}</p>
      <p>{t('penalties')}</p>
      {borrowed.length > 0 && <p>{t('borrowed')}</p>}
    </div>
  )
}
