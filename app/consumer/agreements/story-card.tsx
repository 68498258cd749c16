import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import type { AgreementRow } from '@/lib/db/read/agreements'
import type { AgreementView } from './agreement-view'
import { StoryList } from './story-list'

/** What happens when, until the first bill. */
export function StoryCard({ view }: { view: AgreementView & { agreement: AgreementRow } }) {
  const t = useTranslations('switching.story')
  const { agreement, old, story } = view
  const { offerName, deposit } = agreement
  return (
    <Card title={old ? t('switchTitle', { old: old.offerName, offer: offerName }) : t('title')}>
      <StoryList
        events={story}
        offer={offerName}
        oldOffer={old?.offerName ?? null}
        deposit={deposit}
        oldDeposit={old?.deposit ?? null}
      />
    </Card>
  )
}
