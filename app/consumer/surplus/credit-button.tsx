'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button, type ButtonLook } from '@/components/ui/button'
import { partOnDemand } from '@/components/ui/part-on-demand'
import { FlowWaiting } from '@/components/wallet/flow-waiting'
import type { CreditFormProps } from './credit-dialog'

const CreditDialog = partOnDemand(
  () => import('./credit-dialog').then((module) => module.CreditDialog),
  <FlowWaiting />,
  ['refusals', 'wallet'],
)
const reach = { onFocus: CreditDialog.preload, onPointerEnter: CreditDialog.preload }

export interface CreditButtonProps extends CreditFormProps, ButtonLook {
  use: 'store' | 'return'
  /** Says which credit, where several stand one under the other. */
  label?: string
}

/** Opens what stores or returns a credit. */
export function CreditButton({ use, label, variant, size, wide, ...form }: CreditButtonProps) {
  const t = useTranslations('credits')
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button {...reach} variant={variant} size={size} wide={wide} aria-label={label} onClick={() => setOpen(true)}>
        {t(`${use}.open`)}
      </Button>
      {open && <CreditDialog {...form} use={use} onClose={() => setOpen(false)} />}
    </>
  )
}
