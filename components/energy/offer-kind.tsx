import { Badge } from '@/components/ui/badge'
import type { FormulaName } from '@/lib/domain/offers/formulas/registry'
import { useFormulaWords } from './formula-words'

/** The price formula of an offer, in the words of a person who meets it. */
export function OfferKind({ formula }: { formula: FormulaName }) {
  const words = useFormulaWords()
  return <Badge tone="accent">{words(`${formula}.kind`, formula)}</Badge>
}
