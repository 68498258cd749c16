'use client'

import { useTranslations } from 'next-intl'
import { parseSiweMessage } from 'viem/siwe'
import { Moment } from '@/components/energy/period'
import { Callout } from '@/components/ui/callout'
import { DescriptionList, type Description } from '@/components/ui/description-list'
import { Fingerprint } from './field-value'
import { RawDetails } from './raw-details'

/** A plain message: in words if it signs in to a site (EIP-4361), else as it stands. */
export function ReadableSignIn({ text }: { text: string }) {
  const t = useTranslations('wallet.signInMessage')
  const { domain, address, expirationTime, uri } = parseSiweMessage(text)
  if (!domain || !address) {
    return (
      <pre className="rounded-control bg-sunken p-3 font-mono text-xs whitespace-pre-wrap wrap-anywhere">{text}</pre>
    )
  }
  const elsewhere = domain !== window.location.host
  const items: Description[] = [
    { key: 'site', term: t('site'), description: domain },
    { key: 'account', term: t('account'), description: <Fingerprint hex={address} /> },
    ...(expirationTime
      ? [
          {
            key: 'until',
            term: t('until'),
            description: <Moment at={expirationTime.getTime() / 1000} precision="minute" />,
          },
        ]
      : []),
    ...(uri ? [{ key: 'uri', term: t('address'), description: uri }] : []),
  ]
  return (
    <>
      <p className="mb-2 font-semibold">{t('title', { site: domain })}</p>
      <p className="mb-5 text-sm text-soft">{t('says')}</p>
      {elsewhere && (
        <Callout tone="danger" title={t('elsewhereTitle')} className="mb-5">
          {t('elsewhereMeaning', { site: domain, here: window.location.host })}
        </Callout>
      )}
      <DescriptionList items={items} />
      <RawDetails text={text} />
    </>
  )
}
