'use client'

import { useTranslations } from 'next-intl'
import { useMemo, useRef, useState, type FormEvent } from 'react'
import { flushSync } from 'react-dom'
import { Button } from '@/components/ui/button'
import { partOnDemand } from '@/components/ui/part-on-demand'
import type { WalletSettings } from '@/components/wallet/market-chain'
import type { Address } from '@/lib/domain/units/hex'
import { AvailabilitySection } from './availability-section'
import { CustomersSection } from './customers-section'
import { DeviationSection } from './deviation-section'
import { forgetDraft, storeDraft, storedDraft } from './draft-store'
import { ExamplesPanel } from './examples-panel'
import { OfferFormProvider, type OfferForm } from './offer-form-context'
import { emptyOffer, type OfferField, type OfferText } from './offer-text'
import { PriceSection } from './price-section'
import { readOfferText, type ReadyOffer } from './read-offer-text'
import { SettlementSection } from './settlement-section'
import { usualArea, type PricedArea } from './supply-area'
import { TermsSection } from './terms-section'

const PublishDialog = partOnDemand(() => import('./publish-dialog').then((module) => module.PublishDialog))

export interface PublishFormProps {
  retailer: Address
  settings: WalletSettings
  areas: readonly PricedArea[]
  timeZone: string
  /** UTC seconds when the page was made, and the market's date then. */
  now: number
  today: string
  /** The last day the form suggests. */
  validUntil: string
}

/** Everything an offer says, checked as it is typed by the rules the contract has. */
export function PublishForm(props: PublishFormProps) {
  const { retailer, settings, areas, timeZone, now } = props
  const t = useTranslations('publish')
  const formElement = useRef<HTMLFormElement>(null)
  const { text, draft, change, discard } = useDraft(props)
  const [left, setLeft] = useState<ReadonlySet<OfferField> | 'all'>(new Set())
  const [publishing, setPublishing] = useState<ReadyOffer | null>(null)
  const read = useMemo(
    () => readOfferText(text, { retailer, contracts: settings.contracts, areas, timeZone, now }),
    [text, retailer, settings, areas, timeZone, now],
  )
  const form: OfferForm = {
    text,
    change,
    faultAt: (field) => (left === 'all' || left.has(field) ? read.faults[field] : undefined),
    leave: (field) => setLeft((before) => (before === 'all' ? before : new Set(before).add(field))),
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    // Every fault shows before the first of them is looked for.
    flushSync(() => setLeft('all'))
    if (read.ready) setPublishing(read.ready)
    else formElement.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }
  function startOver() {
    discard()
    setLeft(new Set())
  }
  return (
    <OfferFormProvider value={form}>
      <form
        ref={formElement}
        onSubmit={submit}
        noValidate
        className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_22rem] lg:items-start lg:gap-6"
      >
        <div className="space-y-4 sm:space-y-6">
          <CustomersSection areas={areas} />
          <PriceSection />
          <DeviationSection />
          <TermsSection />
          <SettlementSection />
          <AvailabilitySection today={props.today} />
        </div>
        <div className="space-y-4 lg:sticky lg:top-20">
          <ExamplesPanel examples={read.examples} />
          <Button type="submit" variant="primary" wide>
            {t('review')}
          </Button>
          {left === 'all' && !read.ready && (
            <p role="status" className="text-sm text-danger">
              {t('faults', { count: Object.keys(read.faults).length })}
            </p>
          )}
          {draft && (
            <p className="flex flex-wrap items-center justify-between gap-2 text-sm text-quiet">
              {t('draftKept')}
              <Button size="small" variant="quiet" onClick={startOver}>
                {t('startOver')}
              </Button>
            </p>
          )}
        </div>
      </form>
      {publishing && (
        <PublishDialog
          ready={publishing}
          settings={settings}
          retailer={retailer}
          onPublished={() => forgetDraft(retailer)}
          onClose={() => setPublishing(null)}
        />
      )}
    </OfferFormProvider>
  )
}

/** What is being typed, kept on this device until it is published. `draft` is false while nothing has been typed. */
function useDraft({ retailer, areas, validUntil }: PublishFormProps) {
  const fresh = () => emptyOffer({ area: usualArea(areas, 'Business'), validUntil })
  const [{ text, draft }, set] = useState(() => {
    const stored = storedDraft(retailer)
    return { text: stored ?? fresh(), draft: stored !== null }
  })
  function change(changes: Partial<OfferText>) {
    const next = { ...text, ...changes }
    storeDraft(retailer, next)
    set({ text: next, draft: true })
  }
  function discard() {
    forgetDraft(retailer)
    set({ text: fresh(), draft: false })
  }
  return { text, draft, change, discard }
}
