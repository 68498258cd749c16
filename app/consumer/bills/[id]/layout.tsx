import type { ReactNode } from 'react'
import { ClientMessages } from '@/components/shell/client-messages'

export default function BillLayout({ children }: { children: ReactNode }) {
  return <ClientMessages of={['bill.check', 'bill.save']}>{children}</ClientMessages>
}
