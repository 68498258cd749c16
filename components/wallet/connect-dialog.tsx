'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useConfig, useConnectors, type Connector } from 'wagmi'
import { connect, disconnect, getConnection } from 'wagmi/actions'
import { Badge } from '@/components/ui/badge'
import { Callout } from '@/components/ui/callout'
import { Dialog } from '@/components/ui/dialog'
import { Icon } from '@/components/ui/icon'
import { Spinner } from '@/components/ui/spinner'
import { shortHex } from '@/lib/format/hex'
import { DEMO_WALLET_RDNS, preferDemoAccount } from './demo/identity'
import { FailureMessage } from './failure-message'
import { failureOf, WalletFlowError, type WalletFailure } from './failure'
import type { ConnectRequest } from './wallet-gate'

/** Which wallet? Stays open until one is connected on the right account, or the visitor closes it. */
export function ConnectDialog({ request, demo }: { request: ConnectRequest; demo: boolean }) {
  const t = useTranslations('wallet.connect')
  const config = useConfig()
  const connectors = useConnectors()
  const [busy, setBusy] = useState<Connector | null>(null)
  const [failure, setFailure] = useState<WalletFailure | null>(null)

  async function choose(connector: Connector) {
    setBusy(connector)
    setFailure(null)
    try {
      preferDemoAccount(request.wanted)
      if (getConnection(config).status === 'connected') await disconnect(config)
      // On whatever network it is: the change is asked for by name, when there is something to sign.
      const { accounts } = await connect(config, { connector })
      const [given] = accounts
      if (request.wanted && given.toLowerCase() !== request.wanted.toLowerCase()) {
        throw new WalletFlowError({ kind: 'wrongAccount', wanted: request.wanted, given })
      }
      request.connected()
    } catch (error) {
      setFailure(failureOf(error))
    } finally {
      setBusy(null)
    }
  }

  // The demo wallet asks in a dialog of its own, which takes the place of this one.
  const hidden = busy?.id === DEMO_WALLET_RDNS
  const lead = request.wanted ? t('leadWanted', { address: shortHex(request.wanted) }) : t('lead')
  return (
    <Dialog open={!hidden} onOpenChange={(open) => !open && request.closed()} title={t('title')} description={lead}>
      <div className="space-y-4">
        {connectors.length === 0 && (
          <Callout tone="warning" title={t('none')} todo={t('noneTodo')}>
            {t('noneMeaning')}
          </Callout>
        )}
        <ul className="space-y-2">
          {connectors.map((connector) => (
            <li key={connector.uid}>
              <WalletChoice
                connector={connector}
                busy={busy?.uid === connector.uid}
                onChoose={() => void choose(connector)}
              />
            </li>
          ))}
        </ul>
        {failure && <FailureMessage failure={failure} />}
        {connectors.length > 0 && <p className="text-sm text-quiet">{demo ? t('demoNote') : t('note')}</p>}
      </div>
    </Dialog>
  )
}

interface WalletChoiceProps {
  connector: Connector
  busy: boolean
  onChoose: () => void
}

function WalletChoice({ connector, busy, onChoose }: WalletChoiceProps) {
  const t = useTranslations('wallet')
  const isDemo = connector.id === DEMO_WALLET_RDNS
  return (
    <button
      type="button"
      onClick={onChoose}
      disabled={busy}
      className="flex min-h-14 w-full items-center gap-3 rounded-control border border-edge/60 px-4 text-left font-medium hover:border-edge hover:bg-sunken"
    >
      {/* A wallet's icon is a data URI of its own: nothing to optimise or to fetch. */}
      {connector.icon ? (
        <WalletIcon source={connector.icon.trim()} />
      ) : (
        <Icon name="wallet" size={24} className="text-quiet" />
      )}
      <span className="min-w-0 flex-1 truncate">{isDemo ? t('demo.name') : connector.name}</span>
      {isDemo && <Badge tone="warning">{t('demo.testMoney')}</Badge>}
      {busy && <Spinner />}
    </button>
  )
}

function WalletIcon({ source }: { source: string }) {
  // eslint-disable-next-line @next/next/no-img-element
  return <img src={source} alt="" width={28} height={28} className="size-7 shrink-0 rounded-md" />
}
