'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { partOnDemand } from '@/components/ui/part-on-demand'
import { FlowWaiting } from '@/components/wallet/flow-waiting'
import type { InstructionFormProps } from './instruction-form'

const InstructionDialog = partOnDemand(
  () => import('./instruction-dialog').then((module) => module.InstructionDialog),
  <FlowWaiting />,
  ['refusals', 'wallet'],
)
const reach = { onFocus: InstructionDialog.preload, onPointerEnter: InstructionDialog.preload }

/** Gives an instruction, changes it, or ends it. */
export function InstructionButtons(form: InstructionFormProps) {
  const t = useTranslations('ownSurplus.instruction')
  const [open, setOpen] = useState<'give' | 'end' | null>(null)
  return (
    <div className="flex flex-wrap gap-2">
      <Button {...reach} onClick={() => setOpen('give')}>
        {t(form.given ? 'change' : 'give')}
      </Button>
      {form.given && (
        <Button {...reach} variant="quiet" onClick={() => setOpen('end')}>
          {t('end')}
        </Button>
      )}
      {open && <InstructionDialog {...form} what={open} onClose={() => setOpen(null)} />}
    </div>
  )
}
