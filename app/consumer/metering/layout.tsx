import type { ReactNode } from 'react'
import { ClientMessages } from '@/components/shell/client-messages'

export default function MeteringLayout({ children }: { children: ReactNode }) {
  return (
    <ClientMessages
      of={[
        'metering',
        'erasure',
        'refusals',
        'dayProof.figure',
        'dayProof.handOver',
        'dayProof.quality',
        'shell.error',
      ]}
    >
      {children}
    </ClientMessages>
  )
}
