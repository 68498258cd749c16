'use client'

import { CreditWindow } from '@/components/wallet/credit-window'
import { useRefreshOnClose } from '@/components/wallet/use-refresh-on-close'
import { PutForm, type PutFormProps } from './put-form'

export interface PutDialogProps extends Omit<PutFormProps, 'onDone'> {
  onClose: () => void
}

/** Brings the wallet code with it: loaded only when it opens. */
export function PutDialog({ onClose, ...form }: PutDialogProps) {
  const { done, close } = useRefreshOnClose(onClose)
  return (
    <CreditWindow use="put" settings={form.settings} onClose={close}>
      <PutForm {...form} onDone={done} />
    </CreditWindow>
  )
}
