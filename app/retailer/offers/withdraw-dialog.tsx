'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Dialog } from '@/components/ui/dialog'
import { WithdrawOffer } from '@/components/wallet/withdraw-offer'
import type { Hex } from '@/lib/domain/units/hex'
import type { WithdrawButtonProps } from './withdraw-button'

export interface WithdrawDialogProps extends WithdrawButtonProps {
  onClose: () => void
}

/** What withdrawing does and does not do, then one transaction. Brings the wallet code with it: loaded only when it opens. */
export function WithdrawDialog({ offer, retailer, settings, onClose }: WithdrawDialogProps) {
  const t = useTranslations('retailer.offers.withdraw')
  const { id, name, status } = offer
  return (
    <Dialog
      open
      persistent
      onOpenChange={(open) => !open && onClose()}
      title={t('title', { name })}
      description={t('meaning')}
    >
      {status === 'withdrawn' ? (
        <Callout tone="success" title={t('done')} todo={<Button onClick={onClose}>{t('close')}</Button>} live>
          {t('doneMeaning')}
        </Callout>
      ) : (
        <WithdrawOffer settings={settings} retailer={retailer} offerId={id as Hex} name={name} onKeep={onClose} />
      )}
    </Dialog>
  )
}
