import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Callout } from '@/components/ui/callout'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/button'
import { SignInHere } from '@/components/wallet/sign-in-here'
import type { SignedInViewer } from '@/lib/auth/viewer'
import { takesOrders } from '@/lib/domain/surplus/phase'
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
  // Whoever is on one side of a session stays there.
  const taken = view.own[0]?.order.side ?? null
  const forms = { bid: await bidPart(view, trader), lot: <LotForm {...formProps(view, trader)} /> }
  const isSeller = subjectsOf(trader).some(({ suggested }) => suggested > 0n)
  return (
    <Card title={t('title')} lead={t(taken ? `oneSide.${taken}` : 'lead')}>
      <OrderTabs first={taken ?? (isSeller ? 'Lot' : 'Bid')} only={taken} {...forms} />
    </Card>
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

const formProps = ({ session, clearing }: Pick<SessionView, 'session' | 'clearing'>, trader: Trader) => ({
  settings: walletSettings(),
  session: { id: session.id, kind: session.kind },
  trader,
  price: clearing?.price ?? null,
})
