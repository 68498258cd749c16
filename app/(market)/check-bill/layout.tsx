import type { ReactNode } from 'react'
import { ClientMessages } from '@/components/shell/client-messages'

export default function CheckBillLayout({ children }: { children: ReactNode }) {
  return <ClientMessages of={['bill.kind', 'checkBill', 'refusals']}>{children}</ClientMessages>
}
