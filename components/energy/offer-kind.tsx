import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'

/** The price formulas a person can meet. */
export const offerKinds = ['flat', 'timeOfUse', 'tiered', 'indexLinked', 'spreadSharing', 'demandCharge'] as const
export type OfferKindName = (typeof offerKinds)[number]

export function OfferKind({ kind }: { kind: OfferKindName }) {
  const t = useTranslations('energy.offerKind')
  return <Badge tone="accent">{t(kind)}</Badge>
}
