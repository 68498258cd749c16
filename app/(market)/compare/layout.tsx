import type { ReactNode } from 'react'
import { ClientMessages } from '@/components/shell/client-messages'

export default function CompareLayout({ children }: { children: ReactNode }) {
  return <ClientMessages of={['compare.pick', 'compare.drop', 'compare.profile']}>{children}</ClientMessages>
}
