import type { ReactNode } from 'react'
import { ClientMessages } from '@/components/shell/client-messages'

export default function NoticesLayout({ children }: { children: ReactNode }) {
  return <ClientMessages of={['notices', 'refusals', 'wallet']}>{children}</ClientMessages>
}
