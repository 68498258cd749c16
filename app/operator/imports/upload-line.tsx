'use client'

import { useLocale, useTranslations } from 'next-intl'
import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { Icon, type IconName } from '@/components/ui/icon'
import { Progress } from '@/components/ui/progress'
import { Spinner } from '@/components/ui/spinner'
import { refusalNames } from '@/lib/errors'
import { FileFaultText } from './file-fault-text'
import { fileSize } from './file-size'
import { isOver, type Upload } from './upload-queue'

export interface UploadLineProps {
  upload: Upload
  onCancel: () => void
  onRemove: () => void
}

/** One file on its way: how far it is, or what came of it. */
export function UploadLine({ upload, onCancel, onRemove }: UploadLineProps) {
  const t = useTranslations('imports.upload')
  const { id, file, state } = upload
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3" data-upload={state.kind}>
      <div className="min-w-0 grow basis-64">
        {shareOf(upload) ? (
          <ShareDone upload={upload} />
        ) : (
          <>
            <p className="font-medium wrap-anywhere">{file.name}</p>
            <p role="status" className="mt-0.5 flex items-start gap-1.5 text-sm text-soft">
              <StateMark upload={upload} />
              <span>
                <StateWords upload={upload} />
              </span>
            </p>
          </>
        )}
      </div>
      {(state.kind === 'ended' || state.kind === 'unseen') && (
        <Link
          href={`/operator/imports/${id}`}
          aria-label={t('reportOf', { name: file.name })}
          className="link inline-flex min-h-11 items-center text-sm sm:min-h-8"
        >
          {t('report')}
        </Link>
      )}
      {isOver(upload) ? (
        <Button size="small" variant="quiet" onClick={onRemove} aria-label={t('remove', { name: file.name })}>
          <Icon name="close" size={18} />
        </Button>
      ) : state.kind === 'reading' ? null : (
        <Button size="small" onClick={onCancel} aria-label={t('cancelOf', { name: file.name })}>
          {t('cancel')}
        </Button>
      )}
    </li>
  )
}

/** How much of it has been sent, or read; null while neither is worth a bar. */
function shareOf({ file, state }: Upload): { done: number; word: 'sent' | 'read' } | null {
  if (state.kind === 'sending' && state.sent < file.size) return { done: state.sent, word: 'sent' }
  if (state.kind === 'reading' && state.read && state.read < file.size) return { done: state.read, word: 'read' }
  return null
}

function ShareDone({ upload }: { upload: Upload }) {
  const t = useTranslations('imports.upload')
  const locale = useLocale()
  const { done, word } = shareOf(upload) ?? { done: 0, word: 'sent' }
  const [amount, size] = [fileSize(done, locale), fileSize(upload.file.size, locale)]
  const text = word === 'sent' ? t('sent', { sent: amount, size }) : t('read', { read: amount, size })
  const label = <span className="wrap-anywhere">{upload.file.name}</span>
  return <Progress label={label} value={done} max={upload.file.size} text={text} />
}

function StateMark({ upload: { state } }: { upload: Upload }) {
  if (['looking', 'sending', 'reading'].includes(state.kind)) return <Spinner />
  const mark: [IconName, string] =
    state.kind === 'ended' && state.as === 'done'
      ? ['circleCheck', 'text-success']
      : state.kind === 'unsuitable' || state.kind === 'turnedAway' || state.kind === 'ended'
        ? ['circleCross', 'text-danger']
        : ['info', 'text-quiet']
  return <Icon name={mark[0]} size={16} className={`mt-0.5 ${mark[1]}`} />
}

function StateWords({ upload: { state } }: { upload: Upload }) {
  const t = useTranslations('imports.upload.state')
  // Which facts a sentence uses differs from one to the next: the type checker cannot follow.
  const sentence = useTranslations('refusals') as unknown as (name: string, facts: object) => string
  switch (state.kind) {
    case 'reading':
      return t(state.read === null ? 'handedOver' : 'reading')
    case 'ended':
      return t(state.as)
    case 'unsuitable':
      return (
        <>
          {t('unsuitable')}. <FileFaultText name={state.fault} facts={{}} />
        </>
      )
    case 'turnedAway':
      return refusalNames.some((name) => name === state.refusal)
        ? `${t('turnedAway')}. ${sentence(state.refusal, state.facts)}`
        : t('unreachable')
    default:
      return t(state.kind)
  }
}
