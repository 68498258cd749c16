import type { ReactNode } from 'react'
import { ClientMessages } from '@/components/shell/client-messages'
import { getViewer } from '@/lib/auth/viewer'

/** Only members sign or withdraw here: a visitor's page is words alone. */
export default async function OfferLayout({ children }: { children: ReactNode }) {
  const viewer = await getViewer()
  return (
    <ClientMessages
      of={viewer ? ['offers.own', 'offers.terms', 'refusals', 'signIn', 'signing', 'switching', 'wallet'] : []}
    >
      {children}
    </ClientMessages>
  )
}
