import type { ReactNode } from 'react'
import { ClientMessages } from '@/components/shell/client-messages'

export default function WalletLayout({ children }: { children: ReactNode }) {
  return <ClientMessages of={['escrow']}>{children}</ClientMessages>
}
