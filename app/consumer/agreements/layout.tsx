import type { ReactNode } from 'react'
import { ClientMessages } from '@/components/shell/client-messages'

export default function AgreementsLayout({ children }: { children: ReactNode }) {
  return <ClientMessages of={['switching.end']}>{children}</ClientMessages>
}
