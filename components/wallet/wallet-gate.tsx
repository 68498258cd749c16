'use client'

import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react'
import { useConfig } from 'wagmi'
import { ConnectDialog } from './connect-dialog'
import { WalletFlowError } from './failure'
import { connectedAddress, signingWallet, type SigningWallet } from './signing-wallet'

export interface WalletWish {
  /** Any account if none is named. */
  account?: string
  /** Ask which wallet even if one is connected: it may be that of somebody else. */
  choose?: boolean
}

/** Gives a wallet as wished, after asking the visitor to connect if need be. */
export type RequireWallet = (wish: WalletWish) => Promise<SigningWallet>

export interface ConnectRequest {
  wanted: string | undefined
  connected: () => void
  closed: () => void
}

const WalletGateContext = createContext<RequireWallet | null>(null)

export function useRequireWallet(): RequireWallet {
  const requireWallet = useContext(WalletGateContext)
  if (!requireWallet) throw new Error('A wallet flow must stand inside WalletProvider.')
  return requireWallet
}

export function WalletGate({ demo, children }: { demo: boolean; children: ReactNode }) {
  const config = useConfig()
  const [request, setRequest] = useState<ConnectRequest | null>(null)

  const askToConnect = useCallback(
    (wanted: string | undefined) =>
      new Promise<void>((resolve, reject) => {
        const closed = () => reject(new WalletFlowError({ kind: 'closed' }))
        setRequest({ wanted, connected: resolve, closed })
      }).finally(() => setRequest(null)),
    [],
  )

  const requireWallet = useMemo<RequireWallet>(
    () =>
      async ({ account, choose = false }) => {
        const given = choose ? null : await connectedAddress(config)
        const fits = given !== null && (!account || given.toLowerCase() === account.toLowerCase())
        if (!fits) await askToConnect(account)
        return signingWallet(config, account)
      },
    [config, askToConnect],
  )

  return (
    <WalletGateContext value={requireWallet}>
      {children}
      {request && <ConnectDialog request={request} demo={demo} />}
    </WalletGateContext>
  )
}
