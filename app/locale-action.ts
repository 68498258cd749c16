'use server'

import { cookies } from 'next/headers'
import { isLocale, LOCALE_COOKIE } from '@/lib/format/locale'
import { formGiven } from './form-given'

const ONE_YEAR = 365 * 24 * 60 * 60

/** Remembers the language. Setting a cookie in an action renders the page again, in the new language. */
export async function chooseLocale(form: FormData): Promise<void> {
  const locale = formGiven(form).get('locale')
  if (!isLocale(locale)) return
  const cookieStore = await cookies()
  cookieStore.set(LOCALE_COOKIE, locale, { path: '/', maxAge: ONE_YEAR, sameSite: 'lax' })
}
