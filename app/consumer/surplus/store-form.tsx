'use client'

import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState, type FormEvent } from 'react'
import { Energy } from '@/components/energy/energy'
import { Moment } from '@/components/energy/period'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { DescriptionList } from '@/components/ui/description-list'
import { FlowProgress } from '@/components/wallet/flow-progress'
import { RefusalMessage } from '@/components/wallet/refusal-message'
import { useWalletFlow } from '@/components/wallet/use-wallet-flow'
import { canStore } from '@/lib/domain/surplus/use-credits'
import { wh } from '@/lib/domain/units/units'
import { formatEnergy } from '@/lib/format/energy'
import { typedKwh } from '@/lib/format/parse-amount'
import { formatMinute } from '@/lib/format/period'
import { storeStep } from './credit-steps'
import type { CreditFormProps } from './credit-dialog'
import { EnergyField, typedEnergy } from './energy-field'
import { StorageChoices } from './storage-choices'

/** Into a storage: which, how much, what comes out and until when, one signature. */
export function StoreForm({ settings, account, credit, offers, now }: CreditFormProps) {
  const t = useTranslations('credits.store')
  const style = { locale: useLocale(), timeZone: useTimeZone() ?? 'UTC' }
  const router = useRouter()
  const flow = useWalletFlow()
  const [most] = useState(credit.energy)
  const [text, setText] = useState(typedKwh(most))
  const [storageId, setStorageId] = useState(offers[0]?.id ?? 0)
  const [tried, setTried] = useState(false)
  const offer = offers.find(({ id }) => id === storageId) ?? null
  const typed = typedEnergy(text, most)
  const energy = typed.ok ? typed.energy : wh(0n)
  const asked = { account, creditId: credit.creditId, energy, credit: { ...credit, energy: most } }
  const stored = canStore(asked, { id: storageId, offer }, now)
  const out = stored.ok ? stored.value : null
  const words = {
    energy: formatEnergy(energy, style.locale, { exact: true }),
    out: formatEnergy(out?.energy ?? wh(0n), style.locale, { exact: true }),
    until: formatMinute(out?.expiry ?? 0, style),
    storage: offer?.name ?? '',
  }

  function send(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (!typed.ok || !stored.ok) return
    const step = storeStep({ title: t('step', words), settings, creditId: credit.creditId, energy, storageId })
    flow.start([step], { account, onConfirmed: () => router.refresh() })
  }

  if (offers.length === 0) return <Callout title={t('noStorage')}>{t('noStorageMeaning')}</Callout>
  if (flow.state.phase === 'confirmed')
    return (
      <Callout tone="success" title={t('done', words)} live>
        {t('doneMeaning', words)}
      </Callout>
    )
  if (flow.state.phase !== 'idle') return <FlowProgress flow={flow} />
  return (
    <form onSubmit={send} noValidate className="space-y-5">
      <EnergyField
        label={t('energy')}
        most={most}
        text={text}
        onText={setText}
        fault={tried && !typed.ok ? typed.fault : null}
      />
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
      {tried && typed.ok && !stored.ok && <RefusalMessage refusal={stored.refusal} />}
      <Button type="submit" variant="primary" wide>
        {t('submit')}
      </Button>
      <p className="text-sm text-quiet">{t('final')}</p>
    </form>
  )
}
