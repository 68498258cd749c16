import { useTranslations } from 'next-intl'
import { Callout } from '@/components/ui/callout'
import { RefusalMessage } from '@/components/wallet/refusal-message'
import type { Outcome } from './actions'

export function OutcomeMessage({ outcome }: { outcome: Outcome }) {
  const t = useTranslations('operator.data')
  if (outcome.kind === 'refused') return <RefusalMessage refusal={outcome.refusal} />
  return (
    <Callout tone="success" title={t('done')} live>
      {t('doneMeaning', { days: outcome.days })}
    </Callout>
  )
}
