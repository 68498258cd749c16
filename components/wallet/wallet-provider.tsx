'use client'

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { Suspense, use, type ReactNode } from 'react'
import { WagmiProvider } from 'wagmi'
import { partOnDemand } from '@/components/ui/part-on-demand'
import type { WalletSettings } from './market-chain'
import { walletConfig } from './wallet-config'
import { WalletGate } from './wallet-gate'

const queryClient = new QueryClient()
const DemoPrompts = partOnDemand(() => import('./demo/demo-prompts').then((module) => module.DemoPrompts))

export interface WalletProviderProps {
  settings: WalletSettings
  /** Shown while the wallet code is starting. */
  fallback?: ReactNode
  children: ReactNode
}

/**
 * Everything that touches a wallet stands inside one of these. Warning: import it only from a component that is itself
 * loaded by `partOnDemand`, or every page pays for the wallet code.
 */
export function WalletProvider({ settings, fallback, children }: WalletProviderProps) {
  return (
    <Suspense fallback={fallback}>
      <Connected settings={settings}>{children}</Connected>
    </Suspense>
  )
}

function Connected({ settings, children }: Omit<WalletProviderProps, 'fallback'>) {
  const config = use(walletConfig(settings))
  return (
    <WagmiProvider config={config}>
      <QueryClientProvider client={queryClient}>
        <WalletGate demo={settings.demo}>{children}</WalletGate>
        {settings.demo && <DemoPrompts contracts={settings.contracts} />}
      </QueryClientProvider>
    </WagmiProvider>
  )
}
