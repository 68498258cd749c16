import { getRequestConfig } from 'next-intl/server'
import { cookies, headers } from 'next/headers'
import { env } from '@/lib/env'
import { LOCALE_COOKIE, pickLocale } from './locale'

/** What next-intl asks once per request: the language of the visitor and the time zone of the market. */
export default getRequestConfig(async () => {
  const [cookieStore, headerStore] = await Promise.all([cookies(), headers()])
  const locale = pickLocale(cookieStore.get(LOCALE_COOKIE)?.value, headerStore.get('accept-language'))
  const messages = (await import(`../../messages/${locale}.json`)) as {
    default: typeof import('../../messages/en.json')
  }
  return { locale, timeZone: env.marketTimeZone, messages: messages.default }
})
