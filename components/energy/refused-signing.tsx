import { useTranslations } from 'next-intl'
import { Moment } from '@/components/energy/period'
import { RefusalMessage } from '@/components/wallet/refusal-message'
import type { Refusal } from '@/lib/domain/decision'

export interface RefusedSigningProps {
  signing: { refusal: Refusal | null; requestedAt: number; offerName: string }
}

/** What became of a signature whose sender may have left before the answer came. */
export function RefusedSigning({ signing: { refusal, requestedAt, offerName } }: RefusedSigningProps) {
  const t = useTranslations('signing.refusedLater')
  if (!refusal) return null
  return (
    <div className="mb-6 space-y-2">
      <p className="text-sm text-soft">
        {t.rich('what', { offer: offerName, when: () => <Moment at={requestedAt} precision="minute" /> })}
      </p>
      <RefusalMessage refusal={refusal} />
    </div>
  )
}
