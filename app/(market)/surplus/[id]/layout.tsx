import type { ReactNode } from 'react'
import { ClientMessages } from '@/components/shell/client-messages'

export default function SessionLayout({ children }: { children: ReactNode }) {
  return <ClientMessages of={['sessions.live', 'sessions.order']}>{children}</ClientMessages>
}
