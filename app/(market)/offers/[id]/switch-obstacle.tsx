'use client'

import { useTranslations } from 'next-intl'
import { RefusalMessage } from '@/components/wallet/refusal-message'
import { LinkButton } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import type { SwitchableMeter } from './switch-form'

/** Why a supplied meter cannot be switched to this offer now, and what to do instead. */
export function SwitchObstacle({ meter }: { meter: SwitchableMeter }) {
  const t = useTranslations('switching.obstacle')
  const { same, cut, old } = meter
  const toAgreement = <LinkButton href={`/consumer/agreements/${old.id}`}>{t('toAgreement')}</LinkButton>
  if (same) {
    return (
      <Callout title={t('same.title')} todo={toAgreement}>
        {t('same.meaning')}
      </Callout>
    )
  }
  if (cut.ok) return null
  return <RefusalMessage refusal={cut.refusal} action={toAgreement} title={t('title')} />
}
