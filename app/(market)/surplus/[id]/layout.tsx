import type { ReactNode } from 'react'
import { ClientMessages } from '@/components/shell/client-messages'

export default function SessionLayout({ children }: { children: ReactNode }) {
  return (
    <ClientMessages
      of={['refusals', 'sessions.error', 'shell.error', 'sessions.live', 'sessions.order', 'signIn', 'wallet']}
    >
      {children}
    </ClientMessages>
  )
}
