import { getTranslations } from 'next-intl/server'
import { utcSeconds } from '@/app/utc-seconds'
import { RefusedSigning } from '@/components/energy/refused-signing'
import { UnderWay } from '@/components/energy/signing-under-way'
import { Card } from '@/components/ui/card'
import { accountOf, owedBy } from '@/lib/db/read/escrow'
import { metersOfHolder } from '@/lib/db/read/metering'
import type { OfferRow } from '@/lib/db/read/offers'
import { inReach } from '@/lib/domain/agreements/can-sign'
import { mapRegisters, type RegisterValues } from '@/lib/domain/metering/register-values'
import type { Address, Hex } from '@/lib/domain/units/hex'
import { micro, wh, type Wh } from '@/lib/domain/units/units'
import { walletSettings } from '@/lib/services/wallet-settings'
import { standingOf } from './barred'
import { SignPanel, type SignPanelProps } from './sign-panel'
import { signingNews } from './signing-news'
import { switchableMeters } from './switch-facts'
import { SwitchFlow } from './switch-flow'

/** For a visitor whose meters are supplied, what a switch to the offer would mean; for any other, what signing it would. */
export async function SwitchOrSign(props: SignPanelProps) {
  const { row, viewer, table } = props
  if (!viewer?.roles.includes('consumer') || row.status === 'withdrawn') return <SignPanel {...props} />
  const [meters, barred] = await Promise.all([switchableMeters(viewer, row), standingOf(row.offer)])
  if (meters.length === 0 || barred) return <SignPanel {...props} />
  const [t, account, debts, held, news] = await Promise.all([
    getTranslations('switching'),
    accountOf(viewer),
    owedBy(viewer),
    metersOfHolder(viewer),
    signingNews(viewer, row.id),
  ])
  if (news.underWay) return <UnderWay signing={news.underWay} />
  const [only] = meters.length === 1 ? meters : []
  const others = held.some((meter) => inReach(row.offer, meter) && !meters.some(({ id }) => id === meter.id))
  return (
    <>
      <Card title={t('title')} lead={only ? t('leadOne', { offer: only.old.offerName, meter: only.label }) : t('lead')}>
        {news.refused && <RefusedSigning signing={news.refused} />}
        <SwitchFlow
          settings={walletSettings()}
          consumer={viewer.address as Address}
          offer={{
            id: row.id as Hex,
            name: row.name,
            retailerName: row.retailerName,
            terms: row.offer,
            pricing: row.pricing,
            mix: typicalMix(row),
          }}
          table={table}
          free={account.free}
          owed={micro(debts.reduce<bigint>((sum, { open }) => sum + open, 0n))}
          meters={meters}
          now={utcSeconds()}
        />
      </Card>
      {others && <SignPanel {...props} />}
    </>
  )
}

/** For a meter that has measured nothing, the spread of the offer's own examples. */
function typicalMix({ id, examples }: OfferRow): RegisterValues<Wh> {
  const [first, ...others] = examples.map(({ usage }) => usage.registers)
  if (!first) throw new Error(`offer ${id} has no worked examples`)
  return others.reduce(
    (sum, registers) => mapRegisters(sum, (energy, index) => wh(energy + (registers[index] ?? 0n))),
    first,
  )
}
