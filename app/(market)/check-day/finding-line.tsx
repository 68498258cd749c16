import { useTranslations } from 'next-intl'
import { Badge, type Tone } from '@/components/ui/badge'
import { classes } from '@/components/ui/classes'
import { Icon, type IconName } from '@/components/ui/icon'
import type { DayCheck, Finding } from '@/lib/chain/coding/check-day'

const LOOK: Record<Finding, { icon: IconName; text: string; tone: Tone }> = {
  right: { icon: 'circleCheck', text: 'text-success', tone: 'success' },
  wrong: { icon: 'circleCross', text: 'text-danger', tone: 'danger' },
  unknown: { icon: 'info', text: 'text-quiet', tone: 'neutral' },
}

/** One check: what was compared, how it came out, and what that means. */
export function FindingLine({ check, finding }: { check: DayCheck | 'own'; finding: Finding }) {
  const t = useTranslations('dayProof')
  const { icon, text, tone } = LOOK[finding]
  return (
    <li data-check={check} data-finding={finding} className="flex gap-3 py-4 first:pt-0 last:pb-0">
      <Icon name={icon} className={classes('mt-0.5', text)} />
      <div className="min-w-0 flex-1">
        <p className="flex items-start justify-between gap-3 font-medium">
          <span className="min-w-0">{t(`checks.${check}.title`)}</span>
          <Badge tone={tone}>{t(`finding.${finding}`)}</Badge>
        </p>
        <p className="mt-1 max-w-prose text-sm text-soft">
          {check === 'own' && finding === 'unknown'
            ? t('checks.own.unknown')
            : t(`checks.${check}.${finding === 'wrong' ? 'wrong' : 'meaning'}`)}
        </p>
      </div>
    </li>
  )
}
