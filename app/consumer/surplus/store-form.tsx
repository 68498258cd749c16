'use client'

import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Energy } from '@/components/energy/energy'
import { Moment } from '@/components/energy/period'
import { Callout } from '@/components/ui/callout'
import { DescriptionList } from '@/components/ui/description-list'
import { CreditFrame, useTypedEnergy } from '@/components/wallet/credit-frame'
import { RefusalMessage } from '@/components/wallet/refusal-message'
import { canStore } from '@/lib/domain/surplus/use-credits'
import { wh } from '@/lib/domain/units/units'
import { formatEnergy } from '@/lib/format/energy'
import { formatMinute } from '@/lib/format/period'
import { storeStep } from './credit-steps'
import type { CreditFormProps } from './credit-dialog'
import { StorageChoices } from './storage-choices'

/** Into a storage: which, what comes out and until when. */
export function StoreForm({
  settings,
  account,
  credit,
  offers,
  now,
  onDone,
}: CreditFormProps & { onDone: () => void }) {
  const t = useTranslations('credits.store')
  const style = { locale: useLocale(), timeZone: useTimeZone() ?? 'UTC' }
  const typed = useTypedEnergy(credit.energy)
  const [storageId, setStorageId] = useState(offers[0]?.id ?? 0)
  const offer = offers.find(({ id }) => id === storageId) ?? null
  const { energy, most, fault, tried } = typed
  const asked = { account, creditId: credit.creditId, energy, credit: { ...credit, energy: most } }
  const stored = canStore(asked, { id: storageId, offer }, now)
  const out = stored.ok ? stored.value : null
  const words = {
    energy: formatEnergy(energy, style.locale, { exact: true }),
    out: formatEnergy(out?.energy ?? wh(0n), style.locale, { exact: true }),
    until: formatMinute(out?.expiry ?? 0, style),
    storage: offer?.name ?? '',
  }
  if (offers.length === 0) return <Callout title={t('noStorage')}>{t('noStorageMeaning')}</Callout>
  const step = storeStep({ title: t('step', words), settings, creditId: credit.creditId, energy, storageId })
  return (
    <CreditFrame
      use="store"
      onDone={onDone}
      account={account}
      typed={typed}
      words={words}
      step={fault || !stored.ok ? null : step}
    >
      <StorageChoices offers={offers} chosen={storageId} onChoose={setStorageId} />
      {out && (
        <DescriptionList
          items={[
            { key: 'in', term: t('in'), description: <Energy wh={energy} exact />, numeric: true },
            { key: 'out', term: t('out'), description: <Energy wh={out.energy} exact />, numeric: true },
            { key: 'until', term: t('until'), description: <Moment at={out.expiry} precision="minute" /> },
          ]}
        />
      )}
      {tried && !fault && !stored.ok && <RefusalMessage refusal={stored.refusal} />}
    </CreditFrame>
  )
}
