import type { ReactNode } from 'react'
import { ClientMessages } from '@/components/shell/client-messages'

export default function OfferLayout({ children }: { children: ReactNode }) {
  return <ClientMessages of={['offers.own', 'signing.signedOut']}>{children}</ClientMessages>
}
