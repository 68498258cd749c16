import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Energy } from '@/components/energy/energy'
import { Money } from '@/components/energy/money'
import { Price } from '@/components/energy/price'
import { Badge, type Tone } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { DescriptionList, type Description } from '@/components/ui/description-list'
import type { WalletSettings } from '@/components/wallet/market-chain'
import { sideOf, type OrderStanding, type SidePosition } from '@/lib/domain/surplus/position'
import type { OrderSide } from '@/lib/domain/surplus/session'
import { pricePerKwh } from '@/lib/domain/surplus/tick'
import type { SessionView } from '@/lib/services/surplus-view'
import { TakeBack } from './take-back'

export interface PositionCardProps {
  view: SessionView
  settings: WalletSettings
}

/** What the viewer has placed, whether it would be traded now, and what came of it. Nothing for whoever has placed nothing. */
export function PositionCard({ view, settings }: PositionCardProps) {
  const t = useTranslations('sessions.position')
  const standings = view.own.filter(({ order }) => order.status !== 'Withdrawn')
  if (view.own.length === 0) return null
  const isOpen = view.session.status === 'Open'
  const sides = (['Bid', 'Lot'] as const).filter((side) => standings.some(({ order }) => order.side === side))
  return (
    <Card title={t('title')} lead={t(isOpen ? 'lead' : 'leadEnded')}>
      {sides.map((side) => (
        <Sums key={side} side={side} sums={sideOf(standings, side)} isOpen={isOpen} />
      ))}
      {standings.length === 0 ? (
        <p className="text-sm text-soft">{t('allTakenBack')}</p>
      ) : (
        <ul className="mt-4 divide-y divide-line border-t border-line">
          {standings.map((standing) => (
            <Standing key={`${standing.order.side}${standing.order.index}`} standing={standing} isOpen={isOpen}>
              {view.phase === 'open' && standing.order.status === 'Placed' && (
                <TakeBack order={standing.order} settings={settings} />
              )}
            </Standing>
          ))}
        </ul>
      )}
      {view.phase === 'locked' && <p className="mt-4 text-sm text-quiet">{t('binding')}</p>}
    </Card>
  )
}

function Sums({ side, sums, isOpen }: { side: OrderSide; sums: SidePosition; isOpen: boolean }) {
  const t = useTranslations(`sessions.position.${side}`)
  const when = isOpen ? 'now' : 'ended'
  const items: Description[] = [
    {
      key: 'gets',
      term: t(`gets.${when}`),
      description: t.rich('of', { gets: () => <Energy wh={sums.gets} />, energy: () => <Energy wh={sums.energy} /> }),
    },
    { key: 'money', term: t(`money.${when}`), description: <Money micro={sums.money} className="text-lg" /> },
    ...(sums.locked > 0n ? [{ key: 'locked', term: t('locked'), description: <Money micro={sums.locked} /> }] : []),
  ]
  return <DescriptionList items={items} />
}

function Standing({ standing, isOpen, children }: { standing: OrderStanding; isOpen: boolean; children: ReactNode }) {
  const t = useTranslations('sessions.position')
  const { order, gets, money } = standing
  const outcome = gets === 0n ? 'none' : gets < order.energy ? 'part' : 'all'
  const when = isOpen ? 'now' : 'ended'
  return (
    <li className="space-y-1.5 py-4 last:pb-0" data-order={order.side} data-outcome={outcome}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-3 gap-y-1">
        <p className="text-sm font-medium">
          {t.rich(`${order.side}.what`, {
            energy: () => <Energy wh={order.energy} />,
            price: () => <Price microPerKwh={pricePerKwh(order.price)} />,
          })}
        </p>
        <Badge tone={TONE[outcome]}>{t(`${order.side}.${outcome}.${when}`)}</Badge>
      </div>
      {gets > 0n && (
        <p className="text-sm text-soft">
          {t.rich(`${order.side}.forMoney.${when}`, {
            energy: () => <Energy wh={gets} />,
            money: () => <Money micro={money} />,
          })}
        </p>
      )}
      {!isOpen && <p className="text-sm text-quiet">{t(order.status === 'Claimed' ? 'settled' : 'settling')}</p>}
      {children}
    </li>
  )
}

const TONE: Record<'none' | 'part' | 'all', Tone> = { none: 'neutral', part: 'warning', all: 'success' }
