import { useTranslations } from 'next-intl'
import { Moment } from '@/components/energy/period'
import { Callout } from '@/components/ui/callout'
import { RefusalMessage } from '@/components/wallet/refusal-message'
import type { Read } from '@/lib/domain/metering/read'
import type { RefusedRevision } from './revised-bill'

export interface EstimateNoticeProps {
  opening: Read
  closing: Read
  /** The true read is there, and the bill is about to be made again. */
  trueReadCame: boolean
  /** Why that was refused, if it was. */
  refused: RefusedRevision | null
}

/** Marks a bill that rests on a read nobody measured, and says what becomes of it. */
export function EstimateNotice({ opening, closing, trueReadCame, refused }: EstimateNoticeProps) {
  const t = useTranslations('bill.estimate')
  const ends = [{ end: 'opening', read: opening } as const, { end: 'closing', read: closing } as const].filter(
    ({ read }) => read.quality !== 'Measured',
  )
  return (
    <Callout tone={refused ? 'warning' : 'info'} title={t(`title.${ends[0]?.read.quality ?? 'Estimated'}`)}>
      <ul className="space-y-1">
        {ends.map(({ end, read }) => (
          <li key={end}>
            {t.rich(`${end}.${read.quality}`, { time: () => <Moment at={read.time} precision="minute" /> })}
          </li>
        ))}
      </ul>
      <p className="mt-1">{t(refused ? 'refused' : trueReadCame ? 'trueReadCame' : 'meaning')}</p>
      {refused && (
        <div className="mt-2">
          <RefusalMessage refusal={{ name: refused.reasonName, facts: refused.reasonFacts }} />
        </div>
      )}
    </Callout>
  )
}
