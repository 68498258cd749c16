import { useTranslations } from 'next-intl'
import { Moment, Period } from '@/components/energy/period'

/** What can be traded after what is open now. Nothing where the exchange has published no period. */
export function ComingNext({ period }: { period: { start: number; end: number } | null }) {
  const t = useTranslations('sessions.list')
  if (!period) return null
  return (
    <section aria-labelledby="next" className="mt-10 max-w-prose">
      <h2 id="next" className="mb-2 text-xl font-semibold tracking-tight">
        {t('next')}
      </h2>
      <p className="text-soft">
        {t.rich('nextMeaning', {
          period: () => <Period start={period.start} end={period.end} />,
          day: () => <Moment at={period.end} />,
        })}
      </p>
    </section>
  )
}
