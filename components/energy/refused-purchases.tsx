import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import { Callout } from '@/components/ui/callout'
import { RefusalMessage } from '@/components/wallet/refusal-message'
import { shortHex } from '@/lib/format/hex'
import { formatMonth } from '@/lib/format/period'

/** A month of a purchase that the contracts refuse to settle. */
export interface RefusedMonth {
  /** The purchase. */
  subject: string
  start: number
  reasonName: string
  reasonFacts: Record<string, string>
}

export interface RefusedPurchasesProps {
  refused: readonly RefusedMonth[]
  purchases: readonly { id: string; terms: { generator: string }; generatorName: string | null }[]
}

/** Months of purchases that could not be settled yet, each with its reason. Draws nothing when there are none. */
export function RefusedPurchases({ refused, purchases }: RefusedPurchasesProps) {
  const t = useTranslations('energy.refusedPurchase')
  const style = { locale: useLocale(), timeZone: useTimeZone() ?? 'UTC' }
  if (refused.length === 0) return null
  const sellers = new Map(
    purchases.map(({ id, terms, generatorName }) => [id, generatorName ?? shortHex(terms.generator)]),
  )
  return (
    <ul className="space-y-3">
      {refused.map((run) => (
        <li key={`${run.subject}-${run.start}`}>
          <Callout
            tone="warning"
            title={t('title', {
              seller: sellers.get(run.subject) ?? shortHex(run.subject),
              period: formatMonth(run.start, style),
            })}
          >
            <p className="mb-3">{t('meaning')}</p>
            <RefusalMessage refusal={{ name: run.reasonName, facts: run.reasonFacts }} />
          </Callout>
        </li>
      ))}
    </ul>
  )
}
