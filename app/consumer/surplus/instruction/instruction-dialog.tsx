'use client'

import { useTranslations } from 'next-intl'
import { Dialog } from '@/components/ui/dialog'
import { Skeleton } from '@/components/ui/skeleton'
import { WalletProvider } from '@/components/wallet/wallet-provider'
import { EndInstruction } from './end-instruction'
import { InstructionForm, type InstructionFormProps } from './instruction-form'

export interface InstructionDialogProps extends InstructionFormProps {
  what: 'give' | 'end'
  onClose: () => void
}

/** Brings the wallet code with it: loaded only when it opens. */
export function InstructionDialog({ what, onClose, ...form }: InstructionDialogProps) {
  const t = useTranslations('ownSurplus.instruction')
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(`${what}Title`)}
      description={t(`${what}Description`)}
      persistent
    >
      <WalletProvider settings={form.settings} fallback={<Skeleton className="h-64" />}>
        {what === 'give' ? <InstructionForm {...form} /> : <EndInstruction {...form} />}
      </WalletProvider>
    </Dialog>
  )
}
