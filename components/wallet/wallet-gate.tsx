'use client'

import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react'
import { useConfig } from 'wagmi'
import { ConnectDialog } from './connect-dialog'
import { WalletFlowError } from './failure'
import { connectedAddress, signingWallet, type SigningWallet } from './signing-wallet'

/** Gives a wallet on the wanted account (any account if none is named), after asking the visitor to connect if need be. */
export type RequireWallet = (wanted?: string) => Promise<SigningWallet>

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
    () => async (wanted) => {
      const given = await connectedAddress(config)
      const fits = given !== null && (!wanted || given.toLowerCase() === wanted.toLowerCase())
      if (!fits) await askToConnect(wanted)
      return signingWallet(config, wanted)
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
