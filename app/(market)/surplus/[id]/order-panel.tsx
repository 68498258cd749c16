import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Callout } from '@/components/ui/callout'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/button'
import { SignInHere } from '@/components/wallet/sign-in-here'
import type { SignedInViewer } from '@/lib/auth/viewer'
import { takesOrders } from '@/lib/domain/surplus/phase'
import type { OrderSide } from '@/lib/domain/surplus/session'
import { env } from '@/lib/env'
import { surplusTrader, type Trader } from '@/lib/services/surplus-trader'
import type { SessionView } from '@/lib/services/surplus-view'
import { walletSettings } from '@/lib/services/wallet-settings'
import { BidForm } from './bid-form'
import { LotForm } from './lot-form'
import { subjectsOf } from './lot-subjects'
import { OrderTabs } from './order-tabs'

export interface OrderPanelProps {
  view: SessionView
  viewer: SignedInViewer | null
}

/** What this visitor can do in the session, or why nothing. Nothing at all once it is closed. */
export async function OrderPanel({ view, viewer }: OrderPanelProps) {
  if (!takesOrders(view.phase)) return null
  const t = await getTranslations('sessions.order')
  if (!viewer)
    return (
      <Card title={t('signedOut.title')}>
        <p className="mb-5 text-sm text-soft">{t('signedOut.meaning')}</p>
        <SignInHere
          settings={walletSettings()}
          origin={new URL(env.publicUrl).origin}
          path={`/surplus/${view.session.id}`}
          label={t('signedOut.action')}
        />
      </Card>
    )
  if (!viewer.roles.includes('consumer'))
    return <Callout title={t('notConsumer.title')}>{t('notConsumer.meaning')}</Callout>
  const trader = await surplusTrader(viewer, view.session, view.now)
  const taken = view.own[0]?.order.side ?? null
  const forms = { Bid: await bidPart(view, trader), Lot: await lotPart(view, trader) }
  const isSeller = subjectsOf(trader).some(({ suggested }) => suggested > 0n)
  return (
    <Card title={t('title')} lead={t('lead')}>
      {taken ? (
        <OneSide side={taken}>{forms[taken]}</OneSide>
      ) : (
        <OrderTabs first={isSeller ? 'Lot' : 'Bid'} bid={forms.Bid} lot={forms.Lot} />
      )}
    </Card>
  )
}

/** Whoever is on one side of a session stays there. */
async function OneSide({ side, children }: { side: OrderSide; children: ReactNode }) {
  const t = await getTranslations('sessions.order.oneSide')
  return (
    <>
      <p className="mb-5 text-sm text-soft">{t(side)}</p>
      {children}
    </>
  )
}

async function bidPart({ session, clearing }: SessionView, trader: Trader): Promise<ReactNode> {
  const t = await getTranslations('sessions.order.noAgreement')
  if (trader.agreements.length === 0) {
    return (
      <Callout title={t('title')} todo={<LinkButton href="/">{t('market')}</LinkButton>}>
        {t(`meaning.${session.kind}`)}
      </Callout>
    )
  }
  return <BidForm {...formProps({ session, clearing }, trader)} />
}

async function lotPart({ session, clearing }: SessionView, trader: Trader): Promise<ReactNode> {
  const t = await getTranslations('sessions.order.nothingToSell')
  if (subjectsOf(trader).length === 0) return <Callout title={t('title')}>{t(`meaning.${session.kind}`)}</Callout>
  return <LotForm {...formProps({ session, clearing }, trader)} />
}

const formProps = ({ session, clearing }: Pick<SessionView, 'session' | 'clearing'>, trader: Trader) => ({
  settings: walletSettings(),
  session: { id: session.id, kind: session.kind },
  trader,
  price: clearing?.price ?? null,
})
