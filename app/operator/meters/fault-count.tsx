'use client'

import { useTranslations } from 'next-intl'
import { Callout } from '@/components/ui/callout'
import type { Outcome } from './outcome'

/** Says at the end of a form that something in it needs another look. */
export function FaultCount({ outcome }: { outcome: Outcome | null }) {
  const t = useTranslations('meters')
  if (outcome?.kind !== 'faulty') return null
  return <Callout tone="danger" title={t('faultCount', { count: Object.keys(outcome.faults).length })} live />
}
