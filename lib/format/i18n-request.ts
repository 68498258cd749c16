import { getRequestConfig } from 'next-intl/server'
import { cookies, headers } from 'next/headers'
import { env } from '@/lib/env'
import { LOCALE_COOKIE, pickLocale, type Locale } from './locale'
import type { Messages } from './message-groups'

/** What next-intl asks once per request: the language of the visitor and the time zone of the market. */
export default getRequestConfig(async () => {
  const [cookieStore, headerStore] = await Promise.all([cookies(), headers()])
  const locale = pickLocale(cookieStore.get(LOCALE_COOKIE)?.value, headerStore.get('accept-language'))
  return { locale, timeZone: env.marketTimeZone, messages: await messagesOf(locale) }
})

export async function messagesOf(locale: Locale): Promise<Messages> {
  return ((await import(`../../messages/${locale}.json`)) as { default: Messages }).default
}
