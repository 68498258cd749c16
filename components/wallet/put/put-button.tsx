'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { partOnDemand } from '@/components/ui/part-on-demand'
import { FlowWaiting } from '@/components/wallet/flow-waiting'
import type { PutFormProps } from './put-form'

const PutDialog = partOnDemand(() => import('./put-dialog').then((module) => module.PutDialog), <FlowWaiting />, [
  'refusals',
  'wallet',
])
const reach = { onFocus: PutDialog.preload, onPointerEnter: PutDialog.preload }

/** Opens what puts usable credits on an agreement. */
export function PutButton(form: Omit<PutFormProps, 'onDone'>) {
  const t = useTranslations('credits.put')
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button {...reach} size="small" onClick={() => setOpen(true)}>
        {t('open')}
      </Button>
      {open && <PutDialog {...form} onClose={() => setOpen(false)} />}
    </>
  )
}
