import { useLocale, useTranslations } from 'next-intl'
import { useId, type CSSProperties, type ReactNode } from 'react'
import { Energy } from '@/components/energy/energy'
import { Price } from '@/components/energy/price'
import { Table, type Column } from '@/components/ui/table'
import type { DepthPoint } from '@/lib/domain/surplus/book-depth'
import { pricePerKwh, type Tick } from '@/lib/domain/surplus/tick'
import { wh, type Wh } from '@/lib/domain/units/units'
import { energyUnitFor } from '@/lib/format/energy'
import { CURRENCY_SYMBOL } from '@/lib/format/money'
import { formatCount } from '@/lib/format/number'
import { formatTick } from '@/lib/format/price'
import { depthShape } from './depth-shape'

export interface BookChartProps {
  depth: readonly DepthPoint[]
  /** Where it is cleared, or would be now; null where nothing is traded. */
  met: { price: Tick; volume: Wh } | null
  ended: boolean
}

const WH_PER_UNIT = { Wh: 1, kWh: 1_000, MWh: 1_000_000 }
const LOOK = {
  demand: { color: 'var(--color-chart-1)' },
  supply: { color: 'var(--color-chart-2)' },
} satisfies Record<string, CSSProperties>

/** How much is wanted and offered at each price, in steps, and where the two meet. Drawn by the server: it needs no script. */
export function BookChart({ depth, met, ended }: BookChartProps) {
  const t = useTranslations('sessions.chart')
  const ui = useTranslations('ui.chart')
  const titleId = useId()
  const most = depth.reduce<bigint>(
    (top, { demand, supply }) => (demand > top ? demand : supply > top ? supply : top),
    0n,
  )
  const unit = energyUnitFor(wh(most))
  return (
    <figure aria-labelledby={titleId} className="min-w-0">
      <figcaption className="mb-4 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
        <span id={titleId} className="font-medium">
          {t('title')}{' '}
          <span className="text-sm font-normal text-quiet">{t('units', { energy: unit, price: PRICE_AXIS })}</span>
        </span>
        <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-soft">
          <Entry look={LOOK.demand}>{t('demand')}</Entry>
          <Entry look={LOOK.supply}>{t('supply')}</Entry>
        </ul>
      </figcaption>
      <Plot depth={depth} met={met} whPerUnit={WH_PER_UNIT[unit]} />
      <p className="mt-3 text-sm text-soft">
        {met
          ? t.rich(ended ? 'met' : 'meets', {
              price: () => <Price microPerKwh={pricePerKwh(met.price)} className="font-medium text-ink" />,
              energy: () => <Energy wh={met.volume} className="font-medium text-ink" />,
            })
          : t(ended ? 'metNot' : 'meetsNot')}
      </p>
      <details className="group mt-1 text-sm">
        <summary className="inline-flex min-h-11 items-center font-medium text-quiet hover:text-accent sm:min-h-8">
          {ui('asTable')}
        </summary>
        <DepthTable depth={depth} />
      </details>
    </figure>
  )
}

const PRICE_AXIS = `${CURRENCY_SYMBOL} / kWh`

function Plot({ depth, met, whPerUnit }: Pick<BookChartProps, 'depth' | 'met'> & { whPerUnit: number }) {
  const locale = useLocale()
  const { prices, energies, demand, supply, mark } = depthShape({ depth, met, whPerUnit })
  return (
    <div aria-hidden="true" className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 text-xs text-quiet">
      <div className="figure relative h-56 sm:h-64">
        {/* As wide as the longest of them; each then stands at its own height. */}
        <span className="invisible">{formatCount(energies.at(-1)?.energy ?? 0, locale)}</span>
        {energies.map(({ at, energy }) => (
          <span key={energy} style={{ top: `${at}%` }} className="absolute right-0 -translate-y-1/2">
            {formatCount(energy, locale)}
          </span>
        ))}
      </div>
      <div className="relative h-56 sm:h-64">
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" className="absolute inset-0 size-full overflow-visible">
          {energies.map(({ at, energy }) => (
            <path key={energy} d={`M0 ${at}H100`} {...THIN} stroke="var(--color-line)" />
          ))}
          <path d={`${demand}V100H0Z`} style={LOOK.demand} fill="currentColor" opacity={0.1} />
          <path d={`${supply}V100H0Z`} style={LOOK.supply} fill="currentColor" opacity={0.1} />
          {mark && <path d={`M${mark.x} 0V100`} {...THIN} stroke="var(--color-edge)" strokeDasharray="3 3" />}
          <path d={demand} style={LOOK.demand} {...LINE} />
          <path d={supply} style={LOOK.supply} {...LINE} />
        </svg>
        {mark && (
          <span
            style={{ left: `${mark.x}%`, top: `${mark.y}%` }}
            className="absolute size-3 -translate-1/2 rounded-full border-2 border-surface bg-ink"
          />
        )}
      </div>
      <div className="figure relative col-start-2 mt-2 h-4">
        {prices.map(({ at, price }) => (
          <span
            key={String(price)}
            style={{ left: `${at}%` }}
            className={`absolute whitespace-nowrap ${standingAt(at)}`}
          >
            {formatTick(price, locale)}
          </span>
        ))}
      </div>
    </div>
  )
}

const THIN = { fill: 'none', strokeWidth: 1, vectorEffect: 'non-scaling-stroke' } as const
const LINE = { fill: 'none', stroke: 'currentColor', strokeWidth: 2, vectorEffect: 'non-scaling-stroke' } as const

/** Labels at the edges stay inside. */
function standingAt(at: number): string {
  if (at < 8) return ''
  return at > 92 ? '-translate-x-full' : '-translate-x-1/2'
}

function Entry({ look, children }: { look: CSSProperties; children: ReactNode }) {
  return (
    <li className="flex items-center gap-1.5">
      <span aria-hidden="true" style={look} className="size-3 rounded-[3px] bg-current" />
      {children}
    </li>
  )
}

function DepthTable({ depth }: { depth: readonly DepthPoint[] }) {
  const t = useTranslations('sessions.chart')
  const columns: Column<DepthPoint>[] = [
    {
      key: 'price',
      header: t('price'),
      cell: ({ price }) => <Price microPerKwh={pricePerKwh(price)} />,
      primary: true,
    },
    { key: 'demand', header: t('demand'), cell: ({ demand }) => <Energy wh={demand} />, numeric: true },
    { key: 'supply', header: t('supply'), cell: ({ supply }) => <Energy wh={supply} />, numeric: true },
  ]
  return <Table caption={t('title')} columns={columns} rows={[...depth]} rowKey={({ price }) => String(price)} />
}
