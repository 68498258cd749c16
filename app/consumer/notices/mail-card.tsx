import { useLocale, useTranslations } from 'next-intl'
import Link from 'next/link'
import { Badge } from '@/components/ui/badge'
import { Callout } from '@/components/ui/callout'
import { Card } from '@/components/ui/card'
import { SubmitButton } from '@/components/ui/submit-button'
import type { MailSettings } from '@/lib/db/read/mails'
import { NOTICE_KINDS } from '@/lib/domain/members/notice'
import { isLocale } from '@/lib/format/locale'
import { forgetMails } from './actions'
import { MailForm } from './mail-form'

export interface MailCardProps {
  /** Null: no address was given. */
  settings: MailSettings | null
  /** Whether this market sends mail at all. */
  sends: boolean
  demo: boolean
}

/** Notices by e-mail: where, of what, and how it stands with the address. */
export function MailCard({ settings, sends, demo }: MailCardProps) {
  const t = useTranslations('notices.mail')
  const reader = useLocale()
  if (!sends) {
    return (
      <Callout title={t('offTitle')} className="lg:self-start">
        {t('off')}
      </Callout>
    )
  }
  const locale = isLocale(settings?.locale) ? settings.locale : reader
  const outbox = (
    <Link href="/consumer/notices/outbox" className="link">
      {t('outbox')}
    </Link>
  )
  return (
    <Card
      title={t('title')}
      lead={t('lead')}
      actions={settings && <Standing isConfirmed={settings.isConfirmed} />}
      footer={demo ? outbox : undefined}
    >
      <MailForm initial={{ address: settings?.address ?? '', locale, kinds: settings?.kinds ?? [...NOTICE_KINDS] }} />
      {settings && (
        <form action={forgetMails} className="mt-2">
          <SubmitButton variant="quiet" wide>
            {t('remove')}
          </SubmitButton>
        </form>
      )}
      {settings?.isConfirmed === false && <p className="mt-3 text-sm text-quiet">{t('again')}</p>}
    </Card>
  )
}

function Standing({ isConfirmed }: { isConfirmed: boolean }) {
  const t = useTranslations('notices.mail')
  return <Badge tone={isConfirmed ? 'success' : 'warning'}>{isConfirmed ? t('confirmed') : t('unconfirmed')}</Badge>
}
