import { useTranslations } from 'next-intl'
import { DeliveryPeriod } from '@/components/energy/delivery-period'
import { Energy } from '@/components/energy/energy'
import { Moment } from '@/components/energy/period'
import { Badge, type Tone } from '@/components/ui/badge'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Table, type Column } from '@/components/ui/table'
import { UsableUse } from '@/components/wallet/put/usable-use'
import type { OwnDue } from '@/lib/domain/surplus/agreement-due'
import type { HeldCredit, HeldCreditKind } from '@/lib/domain/surplus/credits'
import { wh } from '@/lib/domain/units/units'
import type { UndecidedCredit } from '@/lib/services/own-surplus'
import { CreditButton } from '../credit-button'
import type { SigningFacts } from '../credit-use'

const TONE: Record<HeldCreditKind, Tone> = { Exported: 'accent', Stored: 'info', Usable: 'success' }

export interface HeldCreditsProps {
  held: readonly HeldCredit[]
  undecided: readonly UndecidedCredit[]
  /** The viewer's agreements: usable credits go on one of them. */
  dues: readonly OwnDue[]
  signing: SigningFacts
}

/** What is held, by kind and period, and what each can become. */
export function HeldCredits(props: HeldCreditsProps) {
  const t = useTranslations('credits.held')
  const { held } = props
  const empty = (
    <EmptyState title={t('none')} icon="sun">
      {t('noneMeaning')}
    </EmptyState>
  )
  const sum = wh(held.reduce((total, { energy }) => total + energy, 0n))
  return (
    <Card title={t('title')} lead={t('lead')} flush>
      <Table
        caption={t('title')}
        columns={useColumns(props)}
        rows={[...held]}
        rowKey={({ creditId }) => String(creditId)}
        rowData={({ kind, energy }) => ({ 'data-kind': kind, 'data-energy': String(energy) })}
        totals={held.length > 1 ? { what: t('together'), energy: <Energy wh={sum} unit="kWh" exact /> } : undefined}
        empty={empty}
      />
    </Card>
  )
}

function useColumns({ undecided, dues, signing }: HeldCreditsProps): Column<HeldCredit>[] {
  const t = useTranslations('credits.held')
  const kinds = useTranslations('credits.kind')
  return [
    {
      key: 'what',
      header: t('what'),
      primary: true,
      cell: ({ kind, start }) => (
        <span className="flex flex-wrap items-center gap-2">
          <DeliveryPeriod start={start} calendar={signing.calendar} />
          <Badge tone={TONE[kind]}>{kinds(kind)}</Badge>
        </span>
      ),
    },
    {
      key: 'until',
      header: t('until'),
      cell: ({ expiry }) => (expiry === null ? t('forever') : <Moment at={expiry} precision="minute" />),
    },
    {
      key: 'energy',
      header: t('energy'),
      numeric: true,
      cell: ({ energy }) => <Energy wh={energy} unit="kWh" exact />,
    },
    {
      key: 'use',
      header: t('use'),
      cell: (credit) => <Uses credit={credit} undecided={undecided} dues={dues} signing={signing} />,
    },
  ]
}

interface UsesProps extends Omit<HeldCreditsProps, 'held'> {
  credit: HeldCredit
}

function Uses({ credit, undecided, dues, signing: { settings, account, offers, now } }: UsesProps) {
  const t = useTranslations('credits.held')
  if (credit.kind === 'Usable') return <UsableUse settings={settings} account={account} credit={credit} dues={dues} />
  const form = { settings, account, offers, now, credit, size: 'small' } as const
  const found = undecided.find((one) => one.credit.creditId === credit.creditId)
  return (
    <span className="flex flex-wrap justify-end gap-2 sm:justify-start">
      {found && <CreditButton {...form} use="return" feedIn={found.feedIn} />}
      {found && <CreditButton {...form} use="store" feedIn={found.feedIn} />}
      <LinkButton size="small" href={`/consumer/surplus/redeem?credit=${credit.creditId}`}>
        {t('redeem')}
      </LinkButton>
    </span>
  )
}
