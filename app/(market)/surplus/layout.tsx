import type { ReactNode } from 'react'
import { ClientMessages } from '@/components/shell/client-messages'

export default function SurplusLayout({ children }: { children: ReactNode }) {
  return <ClientMessages of={['sessions.error', 'shell.error']}>{children}</ClientMessages>
}
