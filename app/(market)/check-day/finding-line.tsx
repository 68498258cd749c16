import { useTranslations } from 'next-intl'
import { classes } from '@/components/ui/classes'
import { Icon, type IconName } from '@/components/ui/icon'
import type { DayCheck, Finding } from '@/lib/chain/coding/check-day'

const LOOK: Record<Finding, { icon: IconName; tone: string }> = {
  right: { icon: 'circleCheck', tone: 'text-success' },
  wrong: { icon: 'circleCross', tone: 'text-danger' },
  unknown: { icon: 'info', tone: 'text-quiet' },
}

/** One check: what was compared, how it came out, and what that means. */
export function FindingLine({ check, finding }: { check: DayCheck; finding: Finding }) {
  const t = useTranslations('dayProof')
  const { icon, tone } = LOOK[finding]
  return (
    <li data-check={check} data-finding={finding} className="flex gap-3 py-3 first:pt-0 last:pb-0">
      <Icon name={icon} className={classes('mt-0.5', tone)} />
      <div className="min-w-0 max-w-prose">
        <p className="font-medium">
          {t(`checks.${check}.title`)}{' '}
          <span className={classes('text-sm font-medium', tone)}>{t(`finding.${finding}`)}</span>
        </p>
        <p className="mt-0.5 text-sm text-soft">
          {finding === 'wrong' ? t(`checks.${check}.wrong`) : t(`checks.${check}.meaning`)}
        </p>
      </div>
    </li>
  )
}
