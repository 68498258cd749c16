'use client'

import dynamic from 'next/dynamic'
import { Skeleton } from '@/components/ui/skeleton'
import type { SwitchFormProps } from './switch-form'

const SwitchForm = dynamic(() => import('./switch-form').then((module) => module.SwitchForm), {
  ssr: false,
  loading: Waiting,
})

/** Loads the wallet code for those who can switch, and for nobody else. */
export function SwitchFlow(props: SwitchFormProps) {
  return <SwitchForm {...props} />
}

function Waiting() {
  return (
    <div className="space-y-4">
      <Skeleton className="h-16" />
      <Skeleton className="h-64" />
      <Skeleton className="h-11" />
    </div>
  )
}
