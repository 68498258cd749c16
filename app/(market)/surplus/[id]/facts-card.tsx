import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { TxHash } from '@/components/energy/chain-name'
import { Countdown } from '@/components/energy/countdown'
import { Energy } from '@/components/energy/energy'
import { Moment, Period } from '@/components/energy/period'
import { Price } from '@/components/energy/price'
import { Card } from '@/components/ui/card'
import { Stat, StatGroup } from '@/components/ui/stat'
import { nextChange } from '@/lib/domain/surplus/phase'
import { pricePerKwh } from '@/lib/domain/surplus/tick'
import { wh } from '@/lib/domain/units/units'
import type { SessionView } from '@/lib/services/surplus-view'

/** What is traded, until when, and where it stands. */
export function FactsCard({ view }: { view: SessionView }) {
  const t = useTranslations('sessions.facts')
  const { session, phase, now, clearing } = view
  const until = nextChange(session, phase)
  return (
    <Card title={t(`phase.${phase}.title`)} lead={t(`phase.${phase}.meaning`)}>
      <StatGroup>
        {until !== null && (
          <Stat
            label={t(phase === 'open' ? 'locksIn' : 'closesIn')}
            value={<Countdown until={until} now={now} />}
            sub={<Moment at={until} precision="minute" />}
            large
          />
        )}
        <Stat
          label={t(session.status === 'Open' ? 'priceNow' : 'price')}
          value={clearing ? <Price microPerKwh={pricePerKwh(clearing.price)} /> : t('noPrice')}
          sub={clearing ? t('oneForAll') : t('noPriceYet', { status: session.status })}
        />
        <Stat
          label={t(session.status === 'Open' ? 'tradedNow' : 'traded')}
          value={<Energy wh={clearing?.volume ?? wh(0n)} />}
          sub={t.rich('ofBoth', {
            wanted: () => <Energy wh={session.wanted} />,
            offered: () => <Energy wh={session.offered} />,
          })}
        />
      </StatGroup>
      <dl className="mt-6 grid gap-x-6 gap-y-3 border-t border-line pt-4 text-sm sm:grid-cols-[repeat(auto-fill,minmax(10.25rem,1fr))]">
        <Fact term={t('period')}>
          <Period start={session.start} end={session.end} />
        </Fact>
        <Fact term={t('region')}>{t('regionName', { region: String(session.region) })}</Fact>
        <Fact term={t('locks')}>
          <Moment at={session.lockAt} precision="minute" />
        </Fact>
        <Fact term={t('closes')}>
          <Moment at={session.closeAt} precision="minute" />
        </Fact>
        {session.status !== 'Open' && (
          <Fact term={t(`transaction.${session.status}`)}>
            <TxHash hash={session.txHash} />
          </Fact>
        )}
      </dl>
    </Card>
  )
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="flex justify-between gap-x-4 sm:block">
      <dt className="text-quiet">{term}</dt>
      <dd className="font-medium">{children}</dd>
    </div>
  )
}
