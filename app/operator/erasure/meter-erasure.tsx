import { getTranslations } from 'next-intl/server'
import { EraseDialog } from '@/components/energy/erase-dialog'
import { ErasureCard } from '@/components/energy/erasure-card'
import { Moment } from '@/components/energy/period'
import { Card } from '@/components/ui/card'
import type { MeterRow } from '@/lib/db/read/metering'
import type { Hex } from '@/lib/domain/units/hex'
import { shortHex } from '@/lib/format/hex'
import { previewErasure, tiedPersons, type TiedPerson } from '@/lib/services/erase-metering'
import { eraseOnRequest } from './actions'

export interface MeterErasureProps {
  viewer: { address: string }
  meter: MeterRow
  now: number
}

/** Each person whose data the meter holds, with what would go. */
export async function MeterErasure({ viewer, meter, now }: MeterErasureProps) {
  const id = meter.id as Hex
  const persons = await tiedPersons(viewer, id)
  const previews = await Promise.all(
    persons.map((person) => previewErasure(viewer, { meterId: id, person: person.address }, now)),
  )
  const title = [meter.label, meter.number].filter(Boolean).join(', ') || shortHex(meter.id)
  return (
    <>
      {persons.map((person, index) => {
        const preview = previews[index]
        const lead = <PersonText person={person} />
        if (!preview?.ok) return <NothingLeft key={person.address} title={title} person={person} />
        return (
          <ErasureCard key={person.address} title={title} lead={lead} preview={preview.value}>
            <EraseDialog {...preview.value} meterId={id} person={person.address} action={eraseOnRequest} />
          </ErasureCard>
        )
      })}
    </>
  )
}

async function NothingLeft({ title, person }: { title: string; person: TiedPerson }) {
  const t = await getTranslations('erasure.operator')
  return (
    <Card title={title} lead={<PersonText person={person} />}>
      <p className="text-sm text-quiet">{t('nothing')}</p>
    </Card>
  )
}

async function PersonText({ person: { address, holds, since } }: { person: TiedPerson }) {
  const t = await getTranslations('erasure.operator')
  return (
    <>
      {holds ? t('holder') : t('former')} <span className="font-mono">{shortHex(address)}</span>
      {since !== null && <>, {t.rich('since', { date: () => <Moment at={since} /> })}</>}
    </>
  )
}
