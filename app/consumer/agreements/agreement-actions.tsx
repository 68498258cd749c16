import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { Moment } from '@/components/energy/period'
import type { AgreementRow } from '@/lib/db/read/agreements'
import type { Address, Hex } from '@/lib/domain/units/hex'
import { walletSettings } from '@/lib/services/wallet-settings'
import type { AgreementView } from './agreement-view'
import { EndButton } from './end-button'

export interface AgreementActionsProps {
  agreement: AgreementRow
  view: AgreementView
  /** On the agreement's own page there is no link to it. */
  own?: boolean
}

/** The way to all of an agreement, and the way out of it. */
export function AgreementActions({ agreement, view, own }: AgreementActionsProps) {
  const t = useTranslations('switching.actions')
  const { end, cancelUntil, old } = view
  const { id, offerName, consumer, deposit } = agreement
  const endable = {
    id: id as Hex,
    offerName,
    consumer: consumer as Address,
    deposit,
    oldOfferName: old && old.endedAt === null ? old.offerName : null,
  }
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
      {!own && (
        <Link href={`/consumer/agreements/${id}`} className="link inline-flex min-h-11 items-center sm:min-h-8">
          {t('details')}
        </Link>
      )}
      {cancelUntil !== null && (
        <span className="text-sm text-quiet">
          {t.rich('cancelUntil', { day: () => <Moment at={cancelUntil} precision="minute" /> })}
        </span>
      )}
      {end?.ok && <EndButton agreement={endable} choice={end.value} settings={walletSettings()} />}
    </div>
  )
}
