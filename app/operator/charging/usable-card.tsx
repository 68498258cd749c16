import { useTranslations } from 'next-intl'
import { DeliveryPeriod } from '@/components/energy/delivery-period'
import { Energy } from '@/components/energy/energy'
import { LinkButton } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Table, type Column } from '@/components/ui/table'
import { UsableUse, type UsableUseProps } from '@/components/wallet/put/usable-use'
import type { PeriodRow } from '@/lib/db/read/tariffs'
import type { HeldCredit } from '@/lib/domain/surplus/credits'
import { putChoices } from '@/lib/domain/surplus/put-choices'
import { wh } from '@/lib/domain/units/units'

export interface UsableCardProps extends Omit<UsableUseProps, 'credit'> {
  usable: readonly HeldCredit[]
  calendar: readonly PeriodRow[]
}

/** What vouchers brought and is on no agreement yet, by the period it was made in, and the way to put it on one. */
export function UsableCard({ usable, ...form }: UsableCardProps) {
  const t = useTranslations('charging.usable')
  const sum = wh(usable.reduce((total, { energy }) => total + energy, 0n))
  const lacksAgreement = usable.some((credit) => putChoices(credit, form.dues).length === 0)
  return (
    <Card title={t('title')} lead={t('lead')} flush>
      {lacksAgreement && (
        <Callout
          title={t('noAgreement')}
          todo={<LinkButton href="/">{t('market')}</LinkButton>}
          className="mx-4 mb-4 sm:mx-6"
        >
          {t('noAgreementMeaning')}
        </Callout>
      )}
      <Table
        caption={t('title')}
        columns={useColumns(form)}
        rows={[...usable]}
        rowKey={({ creditId }) => String(creditId)}
        rowData={({ energy }) => ({ 'data-usable': String(energy) })}
        totals={usable.length > 1 ? { period: t('together'), energy: <Energy wh={sum} unit="kWh" exact /> } : undefined}
        empty={
          <EmptyState title={t('none')} icon="plug">
            {t('noneMeaning')}
          </EmptyState>
        }
      />
    </Card>
  )
}

function useColumns({ calendar, ...form }: Omit<UsableCardProps, 'usable'>): Column<HeldCredit>[] {
  const t = useTranslations('charging.usable')
  return [
    {
      key: 'period',
      header: t('period'),
      primary: true,
      cell: ({ start }) => <DeliveryPeriod start={start} calendar={calendar} />,
    },
    {
      key: 'energy',
      header: t('energy'),
      numeric: true,
      cell: ({ energy }) => <Energy wh={energy} unit="kWh" exact />,
    },
    { key: 'use', header: t('use'), numeric: true, cell: (credit) => <UsableUse {...form} credit={credit} /> },
  ]
}
