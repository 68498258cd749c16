import type { ReactNode } from 'react'
import { ClientMessages } from '@/components/shell/client-messages'

export default function CheckDayLayout({ children }: { children: ReactNode }) {
  return <ClientMessages of={['dayProof', 'refusals']}>{children}</ClientMessages>
}
