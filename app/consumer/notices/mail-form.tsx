'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { RefusalMessage } from '@/components/wallet/refusal-message'
import { Callout } from '@/components/ui/callout'
import { Field, Input, Select } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import { NOTICE_KINDS, type NoticeKind } from '@/lib/domain/members/notice'
import { locales } from '@/lib/format/locale'
import { saveMails, type MailForm as Typed, type MailsOutcome } from './actions'

/** Where to be told by e-mail, in which language, of what. What was typed stays, whatever becomes of it. */
export function MailForm({ initial }: { initial: Typed }) {
  const t = useTranslations('notices.mail')
  const refusals = useTranslations('refusals')
  const [outcome, action] = useActionState(saveMails, null)
  const { address, locale, kinds } = outcome?.typed ?? initial
  const refused = outcome?.kind === 'refused' ? outcome.refusal : null
  const isAddressWrong = refused?.name === 'MailAddressInvalid'
  return (
    <form action={action} noValidate className="space-y-4">
      <Field
        label={t('address')}
        hint={t('addressHint')}
        error={isAddressWrong ? refusals('MailAddressInvalid') : undefined}
      >
        <Input
          type="email"
          name="address"
          autoComplete="email"
          spellCheck={false}
          maxLength={254}
          defaultValue={address}
          required
        />
      </Field>
      <Field label={t('language')}>
        <Select key={locale} name="locale" defaultValue={locale}>
          {locales.map((one) => (
            <option key={one} value={one} lang={one === 'zh' ? 'zh-Hans' : one}>
              {t(`languages.${one}`)}
            </option>
          ))}
        </Select>
      </Field>
      <KindBoxes chosen={kinds} />
      <SubmitButton wide>{t('save')}</SubmitButton>
      {refused && !isAddressWrong && <RefusalMessage refusal={refused} />}
      {outcome && outcome.kind !== 'refused' && <Done outcome={outcome} />}
    </form>
  )
}

function KindBoxes({ chosen }: { chosen: readonly NoticeKind[] }) {
  const t = useTranslations('notices')
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-medium">{t('mail.kinds')}</legend>
      {NOTICE_KINDS.map((kind) => {
        const isChosen = chosen.includes(kind)
        return (
          // A form that was sent goes back to what its boxes began with: they begin anew with what was chosen.
          <label key={`${kind}-${isChosen}`} className="flex min-h-11 items-center gap-3 text-sm sm:min-h-8">
            <input type="checkbox" name="kind" value={kind} defaultChecked={isChosen} className="size-5 shrink-0" />
            {t(`kinds.${kind}.name`)}
          </label>
        )
      })}
    </fieldset>
  )
}

function Done({ outcome: { kind, typed } }: { outcome: MailsOutcome }) {
  const t = useTranslations('notices.mail')
  const { address } = typed
  if (kind === 'asked') {
    return (
      <Callout tone="info" title={t('askedTitle')} live>
        {t('asked', { address })}
      </Callout>
    )
  }
  const isStopped = typed.kinds.length === 0
  return (
    <Callout tone="success" title={isStopped ? t('stoppedTitle') : t('savedTitle')} live>
      {isStopped ? t('stopped', { address }) : t('saved', { address })}
    </Callout>
  )
}
