'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { partOnDemand } from '@/components/ui/part-on-demand'
import { Skeleton } from '@/components/ui/skeleton'
import type { VisitorPlanProps } from './visitor-plan-form'

const Form = partOnDemand(
  () => import('./visitor-plan-form').then((module) => module.VisitorPlanForm),
  <Skeleton className="h-64" />,
  ['offers.terms', 'signing'],
)

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
