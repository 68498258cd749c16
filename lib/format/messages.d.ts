import type messages from '../../messages/en.json'
import type { Locale } from './locale'

/** Makes a missing or misspelt message key a compile error. */
declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale
    Messages: typeof messages
  }
}
