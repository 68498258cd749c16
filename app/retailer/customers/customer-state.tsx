import { useTranslations } from 'next-intl'
import { Moment } from '@/components/energy/period'
import { Badge, type Tone } from '@/components/ui/badge'
import type { AgreementRow } from '@/lib/db/read/agreements'
import { stageOf, type SupplyStage } from '@/lib/domain/agreements/supplying'
import { ZERO_HASH } from '@/lib/domain/units/hex'

const TONE: Record<SupplyStage, Tone> = {
  active: 'success',
  pending: 'info',
  leaving: 'warning',
  closing: 'warning',
  ended: 'neutral',
  cancelled: 'neutral',
}

/** Where an agreement is in its life, and the day that matters next: when the customer comes, or leaves. */
export function CustomerState({ row, now }: { row: AgreementRow; now: number }) {
  const t = useTranslations('switching')
  const stage = stageOf(row, now)
  const day = dayOf(row, stage)
  return (
    <>
      <Badge tone={TONE[stage]}>{t(`stage.${stage}`)}</Badge>
      {day && (
        <span className="mt-1 block text-xs text-quiet">
          {t.rich(`customers.${day.word}`, { day: () => <Moment at={day.at} /> })}
        </span>
      )}
      {stage === 'pending' && row.replaces !== ZERO_HASH && (
        <span className="block text-xs text-quiet">{t('customers.comes')}</span>
      )}
    </>
  )
}

function dayOf({ start, endsAt, endedAt }: AgreementRow, stage: SupplyStage) {
  switch (stage) {
    case 'pending':
      return { word: 'starts', at: start } as const
    case 'leaving':
      return { word: 'leaves', at: endsAt ?? start } as const
    case 'closing':
      return { word: 'left', at: endsAt ?? start } as const
    case 'cancelled':
      return { word: 'cancelled', at: endedAt ?? start } as const
    default:
      return null
  }
}
