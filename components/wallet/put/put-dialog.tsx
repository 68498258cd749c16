'use client'

import { CreditWindow } from '@/components/wallet/credit-window'
import { PutForm, type PutFormProps } from './put-form'

export interface PutDialogProps extends Omit<PutFormProps, 'onDone'> {
  onClose: () => void
}

/** Brings the wallet code with it: loaded only when it opens. */
export function PutDialog({ onClose, ...form }: PutDialogProps) {
  return (
    <CreditWindow use="put" settings={form.settings} onClose={onClose}>
      {(onDone) => <PutForm {...form} onDone={onDone} />}
    </CreditWindow>
  )
}
