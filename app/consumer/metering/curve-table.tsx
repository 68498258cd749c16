import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { Table, type Column } from '@/components/ui/table'
import { energyOf, isUnknown, type UsePoint } from '@/lib/domain/metering/use-point'
import type { Wh } from '@/lib/domain/units/units'
import type { ChartUnit } from './curve-rows'

export interface CurveTableProps {
  caption: string
  /** What the first column is: a time, a day, a month. */
  heading: string
  points: readonly UsePoint[]
  before: ReadonlyMap<string, UsePoint>
  exports: boolean
  unit: ChartUnit
  name: (point: UsePoint) => string
  href: (point: UsePoint) => string | null
  qualities: (point: UsePoint) => string
  /** The tariff register, where a point has one. */
  register: ((point: UsePoint) => string) | null
}

/** The figures of the curve, exactly, for whoever cannot or would not read them off a picture. */
export function CurveTable(props: CurveTableProps) {
  const { caption, heading, points, before, exports, unit, name, href, qualities, register } = props
  const t = useTranslations('metering.curve')
  const inUnit = (header: string) => `${header} (${unit.unit})`
  const figure = (point: UsePoint | undefined, energy: (point: UsePoint) => Wh) =>
    point === undefined || isUnknown(point) ? '–' : unit.text(energy(point))
  const columns: (Column<UsePoint> | false)[] = [
    { key: 'point', header: heading, cell: (point) => <Name name={name(point)} href={href(point)} />, primary: true },
    register !== null && { key: 'register', header: t('register'), cell: register },
    {
      key: 'import',
      header: inUnit(t('import')),
      cell: (point) => figure(point, ({ importWh }) => energyOf(importWh)),
      cellData: ({ importWh }) => ({ 'data-import-wh': energyOf(importWh).toString() }),
      numeric: true,
    },
    exports && {
      key: 'export',
      header: inUnit(t('export')),
      cell: (point) => figure(point, ({ exportWh }) => energyOf(exportWh)),
      cellData: ({ exportWh }) => ({ 'data-export-wh': energyOf(exportWh).toString() }),
      numeric: true,
    },
    before.size > 0 && {
      key: 'before',
      header: inUnit(t('beforeColumn')),
      cell: ({ slot }) => figure(before.get(slot), ({ importWh }) => energyOf(importWh)),
      numeric: true,
    },
    { key: 'quality', header: t('quality'), cell: qualities },
  ]
  return (
    <Table
      caption={caption}
      columns={columns.filter((column) => column !== false)}
      rows={[...points]}
      rowKey={({ slot }) => slot}
      rowData={({ slot }) => ({ 'data-slot': slot })}
    />
  )
}

function Name({ name, href }: { name: string; href: string | null }) {
  if (href === null) return <>{name}</>
  return (
    <Link href={href} scroll={false} className="link">
      {name}
    </Link>
  )
}
