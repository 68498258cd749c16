import { useTranslations } from 'next-intl'
import { Energy } from '@/components/energy/energy'
import { Period } from '@/components/energy/period'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Stat, StatGroup } from '@/components/ui/stat'
import type { UnusedEnergy } from '@/lib/services/unused-energy'

/** Contracted and likely not needed: it can be sold before the period ends, instead of paying for using too little. */
export function UnusedCard({ unused: one }: { unused: UnusedEnergy }) {
  const t = useTranslations('ownSurplus.unused')
  const { start, end, contracted, soFar, likely, unused, surely, daysToCome, session, agreement } = one
  const sell = session && unused > 0n && <LinkButton href={`/surplus/${session.id}`}>{t('sell')}</LinkButton>
  return (
    <Card
      title={t.rich('title', { period: () => <Period start={start} end={end} /> })}
      lead={t('lead', { offer: agreement.offerName })}
      actions={sell}
      footer={
        surely === 0n
          ? t(unused === 0n ? 'nothing' : 'unsure')
          : t.rich('surely', { energy: () => <Energy wh={surely} />, selling: session ? 'yes' : 'no' })
      }
    >
      <StatGroup>
        <Stat label={t('contracted')} value={<Energy wh={contracted} />} />
        <Stat label={t('soFar')} value={<Energy wh={soFar} />} />
        <Stat label={t('likely')} value={<Energy wh={likely} />} sub={t('daysToCome', { days: daysToCome })} />
        <Stat label={t('unused')} value={<Energy wh={unused} />} />
      </StatGroup>
    </Card>
  )
}
