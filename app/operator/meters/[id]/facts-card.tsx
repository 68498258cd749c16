import { useLocale, useTranslations } from 'next-intl'
import { ShortHex } from '@/components/energy/chain-name'
import { Moment } from '@/components/energy/period'
import { Card } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import { signerKindOf } from '@/lib/chain/intents/meter-key'
import type { MeterRow } from '@/lib/db/read/metering'
import type { Address } from '@/lib/domain/units/hex'
import { formatDemand } from '@/lib/format/energy'
import { KeyKind } from '../key-kind'

/** What the chain knows of the meter, and since when it has no key if it has none. */
export function FactsCard({ meter, verifier }: { meter: MeterRow; verifier: Address }) {
  const t = useTranslations('meters')
  const locale = useLocale()
  const { id, holder, signer, digits, multiplier, capacity, customerClass, revokedAt } = meter
  const key = (
    <span className="inline-flex flex-wrap items-baseline justify-end gap-2">
      <KeyKind kind={signerKindOf(signer, verifier)} />
      {revokedAt === null ? <ShortHex hex={signer} /> : <Moment at={revokedAt} precision="minute" />}
    </span>
  )
  return (
    <Card title={t('facts.title')}>
      <DescriptionList
        items={[
          { key: 'id', term: t('facts.id'), description: <ShortHex hex={id} /> },
          { key: 'holder', term: t('fields.holder'), description: <ShortHex hex={holder} /> },
          { key: 'class', term: t('fields.customerClass'), description: t(`classes.${customerClass}`) },
          { key: 'key', term: t('list.key'), description: key },
          { key: 'digits', term: t('list.digits'), description: digits, numeric: true },
          { key: 'multiplier', term: t('list.multiplier'), description: `× ${multiplier}`, numeric: true },
          { key: 'capacity', term: t('fields.capacity'), description: formatDemand(capacity, locale), numeric: true },
        ]}
      />
    </Card>
  )
}
