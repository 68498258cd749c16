'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { ContractAddresses } from '@/lib/chain/contracts'
import { shortHex } from '@/lib/format/hex'
import { DemoMark } from './demo-mark'
import { ReadableCall } from './readable-call'
import { ReadableMessage } from './readable-message'
import { ReadableSignIn } from './readable-sign-in'
import type { DemoQuestion } from './prompts'

interface ConfirmSignatureProps {
  question: Exclude<DemoQuestion, { kind: 'choose' }>
  /** The market's own, by which a stranger is told. */
  contracts: ContractAddresses
  onApprove: () => void
  onReject: () => void
}

/** What is about to be signed, in words. Only the two buttons, the cross and Escape close it; all but one reject. */
export function ConfirmSignature({ question, contracts, onApprove, onReject }: ConfirmSignatureProps) {
  const t = useTranslations('wallet.demo')
  const { member } = question
  return (
    <Dialog
      open
      persistent
      onOpenChange={(open) => !open && onReject()}
      title={t(`title.${question.kind}`)}
      description={<DemoMark />}
      actions={
        <>
          <Button onClick={onReject}>{t('reject')}</Button>
          <Button variant="primary" onClick={onApprove}>
            {t(question.kind === 'call' ? 'approveCall' : 'approve')}
          </Button>
        </>
      }
    >
      <p className="mb-4 text-sm">
        <span className="text-quiet">{t('as')}</span> <span className="font-medium">{member.name}</span>{' '}
        <span className="font-mono text-xs text-quiet">{shortHex(member.address)}</span>
      </p>
      {question.kind === 'message' && <ReadableSignIn text={question.text} />}
      {question.kind === 'typedData' && <ReadableMessage request={question.request} contracts={contracts} />}
      {question.kind === 'call' && <ReadableCall request={question.request} contracts={contracts} />}
    </Dialog>
  )
}
