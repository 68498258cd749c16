import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import type { FormulaName } from '@/lib/domain/offers/formulas/registry'

const KIND_OF = { Flat: 'flat', TimeOfUse: 'timeOfUse' } as const satisfies Record<FormulaName, string>

/** The price formula of an offer, in the words of a person who meets it. */
export function OfferKind({ formula }: { formula: FormulaName }) {
  const t = useTranslations('energy.offerKind')
  return <Badge tone="accent">{t(KIND_OF[formula])}</Badge>
}
