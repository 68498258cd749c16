'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Skeleton } from '@/components/ui/skeleton'
import type { VisitorPlanProps } from './visitor-plan-form'

const Form = dynamic(() => import('./visitor-plan-form').then((module) => module.VisitorPlanForm), {
  ssr: false,
  loading: () => <Skeleton className="h-64" />,
})

/** Own figures before signing in, for those who ask: the page stays as small as it is for everybody else. */
export function VisitorPlan(props: VisitorPlanProps) {
  const t = useTranslations('signing.signedOut')
  const [open, setOpen] = useState(false)
  return (
    <div className="mt-3">
      {open ? (
        <div className="mt-6 border-t border-line pt-6">
          <Form {...props} />
        </div>
      ) : (
        <Button wide onClick={() => setOpen(true)}>
          {t('try')}
        </Button>
      )}
    </div>
  )
}
