'use client'

import { useTranslations } from 'next-intl'
import { Callout } from '@/components/ui/callout'
import type { Refusal } from '@/lib/domain/decision'
import { refusalKey } from '@/lib/errors'

/** Why this is no proof file: what was found where, and what to do. */
export function ProofFault({ refusal }: { refusal: Refusal }) {
  const t = useTranslations()
  // Which facts a message uses differs from one to the next: the type checker cannot follow.
  const sentence = t as unknown as (key: string, facts: Record<string, string>) => string
  const facts = Object.fromEntries(Object.entries(refusal.facts).map(([name, fact]) => [name, String(fact)]))
  return (
    <Callout tone="danger" title={t('dayProof.faultTitle')} live>
      {sentence(refusalKey(refusal.name), facts)}
    </Callout>
  )
}
