import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Moment } from '@/components/energy/period'
import { RegisterName } from '@/components/energy/register-name'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import { Table, type Column } from '@/components/ui/table'
import type { Read } from '@/lib/domain/metering/read'
import { sumWh, type RegisterValues } from '@/lib/domain/metering/register-values'
import { REGISTERS, type Register } from '@/lib/domain/metering/registers'
import { wh, type Wh } from '@/lib/domain/units/units'
import { billedEnergy } from '@/lib/format/energy'

export interface ReadsCardProps {
  opening: Read
  closing: Read
  /** Energy between the reads, as billed. */
  used: RegisterValues<Wh>
  /** Transformer ratio of the meter: what one unit on its registers stands for. */
  multiplier: number
  /** If it is not the bill's only meter: which one it is. */
  title?: ReactNode
}

interface RegisterRow {
  register: Register
  opening: Wh
  closing: Wh
  /** In units of the register; a register that rolled over its dial counts on. */
  advance: Wh
  used: Wh
}

/** The two signed reads the bill was made from: what each register showed, and the difference. */
export function ReadsCard(props: ReadsCardProps) {
  const { opening, closing, multiplier, title } = props
  const t = useTranslations('bill.reads')
  const locale = useLocale()
  const rows = rowsOf(props)
  const sum = (of: (row: RegisterRow) => Wh) => billedEnergy(sumWh(rows.map(of)), locale)
  const column = (key: keyof Omit<RegisterRow, 'register'>, header: string): Column<RegisterRow> => {
    return { key, header, cell: (row) => billedEnergy(row[key], locale), numeric: true }
  }
  const columns: Column<RegisterRow>[] = [
    {
      key: 'register',
      header: t('register'),
      cell: ({ register }) => <RegisterName register={register} />,
      primary: true,
    },
    column('opening', t('opening')),
    column('closing', t('closing')),
    column('advance', t('difference')),
    ...(multiplier === 1 ? [] : [column('used', t('billed', { multiplier }))]),
  ]
  const totals = {
    register: t('sum'),
    opening: sum((row) => row.opening),
    closing: sum((row) => row.closing),
    advance: sum((row) => row.advance),
    used: sum((row) => row.used),
  }
  return (
    <Card
      title={title ?? t('title')}
      lead={multiplier === 1 ? t('lead') : t('leadMultiplier', { multiplier })}
      flush
      className="later break-inside-avoid"
    >
      <div className="grid gap-x-12 gap-y-6 px-4 pb-6 sm:grid-cols-2 sm:px-6">
        <ReadFacts name={t('openingRead')} read={opening} />
        <ReadFacts name={t('closingRead')} read={closing} />
      </div>
      <Table caption={t('title')} columns={columns} rows={rows} rowKey={({ register }) => register} totals={totals} />
    </Card>
  )
}

function ReadFacts({ name, read }: { name: string; read: Read }) {
  const t = useTranslations('bill.reads')
  const quality = (
    <Badge tone={read.quality === 'Measured' ? 'success' : 'warning'}>{t(`quality.${read.quality}`)}</Badge>
  )
  return (
    <div>
      <h3 className="mb-2 text-sm font-semibold">{name}</h3>
      <DescriptionList
        items={[
          { key: 'time', term: t('time'), description: <Moment at={read.time} precision="minute" /> },
          { key: 'quality', term: t('qualityTerm'), description: quality },
          { key: 'sequence', term: t('sequence'), description: read.sequence, numeric: true },
        ]}
      />
    </div>
  )
}

/** Registers that never moved say nothing, unless none did. */
function rowsOf({ opening, closing, used, multiplier }: ReadsCardProps): RegisterRow[] {
  const at = (values: RegisterValues<Wh>, index: number) => values[index] ?? wh(0n)
  const rows = REGISTERS.map((register, index) => ({
    register,
    opening: at(opening.importWh, index),
    closing: at(closing.importWh, index),
    advance: wh(at(used, index) / BigInt(multiplier)),
    used: at(used, index),
  }))
  const moved = rows.filter((row) => row.opening !== 0n || row.closing !== 0n)
  return moved.length > 0 ? moved : rows
}
