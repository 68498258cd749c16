import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import type { SurplusSession } from '@/lib/domain/surplus/session'

/** How the price is made and who checks it. */
export function HowCard({ session }: { session: SurplusSession }) {
  const t = useTranslations('sessions.how')
  return (
    <Card title={t('title')}>
      <ul className="list-disc space-y-2 pl-5 text-sm text-soft">
        {(['price', 'limit', 'lock', 'checked'] as const).map((one) => (
          <li key={one}>{t(one)}</li>
        ))}
        <li>{t(`after.${session.kind}`)}</li>
      </ul>
    </Card>
  )
}
