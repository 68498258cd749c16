import { useTranslations } from 'next-intl'
import { Badge, type Tone } from '@/components/ui/badge'
import { Icon, type IconName } from '@/components/ui/icon'
import { findingOf, type BillCheck, type Finding } from '@/lib/chain/coding/bill/findings'

export const LOOK: Record<Finding, { icon: IconName; text: string; tone: Tone }> = {
  right: { icon: 'circleCheck', text: 'text-success', tone: 'success' },
  wrong: { icon: 'circleCross', text: 'text-danger', tone: 'danger' },
  unknown: { icon: 'info', text: 'text-quiet', tone: 'neutral' },
}

/** What a check comes to, in one word: what is worked out but could not be compared says so. */
export function FindingBadge({ check }: { check: BillCheck }) {
  const t = useTranslations('checkBill.finding')
  const found = findingOf(check)
  const { tone, icon } = LOOK[found]
  return (
    <Badge tone={tone}>
      <Icon name={icon} size={14} className="mr-1" />
      {t(found)}
    </Badge>
  )
}

/** For programs that read the page. */
export function findingData(check: BillCheck) {
  return {
    'data-check': check.name,
    'data-finding': findingOf(check),
    'data-again': check.again ?? 'none',
    'data-chain': check.chain ?? 'none',
  }
}
