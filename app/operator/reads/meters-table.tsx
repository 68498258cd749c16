import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { ShortHex } from '@/components/energy/chain-name'
import { Energy } from '@/components/energy/energy'
import { Moment } from '@/components/energy/period'
import { RegisterName } from '@/components/energy/register-name'
import { Badge } from '@/components/ui/badge'
import { Table, type Column } from '@/components/ui/table'
import type { MeterRow } from '@/lib/db/read/metering'
import { sumWh } from '@/lib/domain/metering/register-values'
import { REGISTERS } from '@/lib/domain/metering/registers'
import { wh } from '@/lib/domain/units/units'

/** Each meter with what its dials showed last. */
export function MetersTable({ meters }: { meters: MeterRow[] }) {
  const t = useTranslations('operator.meters')
  const columns: Column<MeterRow>[] = [
    { key: 'label', header: t('supplyPoint'), cell: (meter) => <SupplyPoint meter={meter} />, primary: true },
    {
      key: 'id',
      header: t('id'),
      cell: ({ id }) => <ShortHex hex={id} />,
      cellData: ({ id }) => ({ 'data-meter-id': id }),
    },
    {
      key: 'time',
      header: t('lastRead'),
      cell: ({ lastRead }) => <Moment at={lastRead.time} precision="minute" />,
      numeric: true,
    },
    { key: 'sequence', header: t('sequence'), cell: ({ lastRead }) => lastRead.sequence, numeric: true },
    { key: 'quality', header: t('qualityTerm'), cell: (meter) => <Quality meter={meter} /> },
    { key: 'registers', header: t('registers'), cell: (meter) => <Registers meter={meter} />, numeric: true },
  ]
  return <Table caption={t('caption')} columns={columns} rows={meters} rowKey={({ id }) => id} />
}

function SupplyPoint({ meter }: { meter: MeterRow }) {
  const t = useTranslations('operator.meters')
  return (
    <>
      <Link href={`/operator/meters/${meter.id}`} className="hover:text-accent hover:underline">
        {meter.label ?? t('unnamed')}
      </Link>
      {meter.number && <span className="figure block text-sm font-normal text-quiet">{meter.number}</span>}
    </>
  )
}

function Quality({ meter }: { meter: MeterRow }) {
  const t = useTranslations('operator.meters.quality')
  const { quality } = meter.lastRead
  return <Badge tone={quality === 'Measured' ? 'success' : 'warning'}>{t(quality)}</Badge>
}

/** All registers together; each of them on demand. Whole watt-hours: an operator compares them with the dials. */
function Registers({ meter }: { meter: MeterRow }) {
  const t = useTranslations('operator.meters')
  const { importWh, exportWh } = meter.lastRead
  const exact = (energy = wh(0n)) => <Energy wh={energy} unit="kWh" exact />
  return (
    <details>
      <summary className="min-h-11 sm:min-h-0">{exact(sumWh(importWh))}</summary>
      <dl className="mt-2 grid grid-cols-[auto_auto] gap-x-4 gap-y-1 text-left text-xs">
        {REGISTERS.map((register, index) => (
          <div key={register} className="contents">
            <dt className="text-quiet">
              <RegisterName register={register} />
            </dt>
            <dd className="text-right">{exact(importWh[index])}</dd>
          </div>
        ))}
        <dt className="text-quiet">{t('export')}</dt>
        <dd className="text-right">{exact(exportWh)}</dd>
      </dl>
    </details>
  )
}
