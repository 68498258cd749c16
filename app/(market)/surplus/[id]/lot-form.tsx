'use client'

import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import { useState, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { lotOutlook } from '@/lib/domain/surplus/order-outlook'
import { reserveTick, tick, type Tick } from '@/lib/domain/surplus/tick'
import { micro, type Wh } from '@/lib/domain/units/units'
import { formatEnergy } from '@/lib/format/energy'
import { typedKwh } from '@/lib/format/parse-amount'
import { formatMonth } from '@/lib/format/period'
import { faultOf } from './bid-form'
import { LotSummary } from './lot-summary'
import { focusFaulty, type OrderFormProps } from './order-form'
import { ChoiceField, EnergyField, PriceField, type Choice } from './order-fields'
import { OrderRun, reachForWallet } from './order-run-part'
import { readEnergy, readTick, typedTick } from './order-text'
import { subjectsOf, type Subject } from './lot-subjects'
import { useOrderRun } from './use-order-run'

/** A lot: how much, and the least to take for it. It begins with what there is, and with what the grid would pay. */
export function LotForm({ settings, session, trader, price }: OrderFormProps) {
  const t = useTranslations('sessions.order')
  const { account, feedIn } = trader
  const subjects = subjectsOf(trader)
  const [subjectId, setSubjectId] = useState(subjects[0]?.id)
  const subject = subjects.find(({ id }) => id === subjectId) ?? subjects[0]
  const [energyText, setEnergyText] = useState(() => startText(subject))
  const [reserveText, setReserveText] = useState(() => typedTick(startReserve(feedIn, price)))
  const [isChecked, setIsChecked] = useState(false)
  const run = useOrderRun()
  const most = subject?.most ?? null
  const [energy, reserve] = [readEnergy(energyText, most), readTick(reserveText)]
  const labels = useLabels(subjects)
  const hint = useHint(subject, session.kind)

  function choose(id: string) {
    setSubjectId(id as Subject['id'])
    setEnergyText(startText(subjects.find((one) => one.id === id)))
  }
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    setIsChecked(true)
    if (!energy.ok || !reserve.ok || !subject) return focusFaulty(event.currentTarget, energy.ok ? 'price' : 'energy')
    const draft = { sessionId: session.id, account, energy: energy.value, price: reserve.value, subject: subject.id }
    const titles = { permit: t('step.permit'), sign: t('step.lot') }
    run.start({ settings, side: 'Lot', draft, missing: micro(0n), titles })
  }

  // What was listed just now may have been all there was: what is said of it stays.
  if (!subject && !run.request)
    return <Callout title={t('nothingToSell.title')}>{t(`nothingToSell.meaning.${session.kind}`)}</Callout>
  return (
    <form {...reachForWallet} onSubmit={submit} noValidate className="space-y-5">
      <fieldset disabled={run.request !== null} className="min-w-0 space-y-5">
        <ChoiceField
          label={t(session.kind === 'Contracted' ? 'agreement' : 'lot.credit')}
          choices={labels}
          chosen={subject?.id ?? ''}
          onChoose={choose}
        />
        <EnergyField
          label={t('lot.energy')}
          hint={hint}
          text={energyText}
          onText={setEnergyText}
          fault={faultOf(energy, isChecked)}
          most={most}
        />
        <PriceField
          label={t('lot.reserve')}
          hint={t(feedIn === null ? 'lot.reserveHint' : 'lot.reserveHintFeedIn')}
          text={reserveText}
          onText={setReserveText}
          fault={faultOf(reserve, isChecked)}
        />
      </fieldset>
      {energy.ok && reserve.ok && (
        <LotSummary
          energy={energy.value}
          outlook={lotOutlook({ energy: energy.value, reserve: reserve.value }, price)}
          price={price}
          feedIn={feedIn}
        />
      )}
      {run.request && <OrderRun request={run.request} {...run.heard} done={t('lot.done')} />}
      {run.isDone && (
        <Button wide onClick={run.heard.onGiveUp}>
          {t('lot.another')}
        </Button>
      )}
      {!run.request && (
        <div>
          <Button type="submit" variant="primary" wide>
            {t('lot.submit')}
          </Button>
          <p className="mt-3 text-center text-sm text-quiet">{t('promptsOne')}</p>
        </div>
      )}
    </form>
  )
}

const startText = (subject: Subject | undefined) =>
  subject && subject.suggested > 0n ? typedKwh(subject.suggested) : ''

/** What the grid pays anyway; else any price at all is better than none. */
function startReserve(feedIn: OrderFormProps['trader']['feedIn'], price: Tick | null): Tick {
  if (feedIn !== null) return reserveTick(feedIn)
  return price ?? tick(1n)
}

function useLabels(subjects: readonly Subject[]): Choice[] {
  const t = useTranslations('sessions.order.lot')
  const locale = useLocale()
  const timeZone = useTimeZone() ?? 'UTC'
  return subjects.map((subject) => {
    const energy = formatEnergy(subject.most, locale)
    if (subject.kind === 'agreement') return { id: subject.id, label: subject.name }
    const month = formatMonth(subject.start, { locale, timeZone })
    return { id: subject.id, label: t(`creditName.${subject.kind}`, { energy, month }) }
  })
}

/** Where the suggested amount comes from. */
function useHint(subject: Subject | undefined, kind: OrderFormProps['session']['kind']): string {
  const t = useTranslations('sessions.order.lot')
  const locale = useLocale()
  const energy = (wh: Wh) => formatEnergy(wh, locale)
  if (!subject) return ''
  if (kind === 'Exported') return t('energyHint.held', { most: energy(subject.most) })
  if (subject.likely === null) return t('energyHint.contracted', { most: energy(subject.most) })
  return t(subject.suggested > 0n ? 'energyHint.unused' : 'energyHint.none', {
    most: energy(subject.most),
    likely: energy(subject.likely),
    unused: energy(subject.suggested),
  })
}
