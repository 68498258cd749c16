/** A mail as text and as simple HTML, in the language of its reader. */
import { createTranslator } from 'use-intl/core'
import type { Notice } from '@/lib/domain/members/notice'
import en from '@/messages/en.json'
import zh from '@/messages/zh.json'
import { defaultLocale, isLocale, type Locale } from './locale'
import { noticeWords } from './notice-words'

export interface LetterSite {
  /** Where people reach the market. */
  url: string
  timeZone: string
}

export interface LetterWords {
  subject: string
  text: string
  html: string
}

export type LetterContents = { locale: string; stopKey: string } & (
  | { kind: 'notice'; notice: Notice }
  | { kind: 'confirm'; token: string }
)

interface Parts {
  locale: Locale
  title: string
  body: string
  link: { url: string; label: string }
  why: string
  /** Each with its address, for the text, and with a label alone, for the HTML. */
  ends: { url: string; label: string; text: string }[]
}

const MESSAGES: Record<Locale, typeof en> = { en, zh }

export function letter(contents: LetterContents, site: LetterSite): LetterWords {
  const locale = isLocale(contents.locale) ? contents.locale : defaultLocale
  const parts =
    contents.kind === 'notice'
      ? noticeParts(contents.notice, { locale, stopKey: contents.stopKey }, site)
      : confirmParts(contents.token, locale, site)
  return { subject: oneLine(parts.title), text: textOf(parts), html: htmlOf(parts) }
}

/** The page that asks whether to stop. */
export function stopPage(url: string, stopKey: string): string {
  return addressIn(url, `/mail/stop?key=${stopKey}`)
}

/** What a mail program asks by itself when its reader wants no more (RFC 8058). */
export function oneClickStop(url: string, stopKey: string): string {
  return addressIn(url, `/api/mail/stop?key=${stopKey}`)
}

function noticeParts(
  notice: Notice,
  { locale, stopKey }: { locale: Locale; stopKey: string },
  site: LetterSite,
): Parts {
  const messages = MESSAGES[locale]
  const notices = createTranslator({ locale, messages, namespace: 'notices', timeZone: site.timeZone })
  const t = createTranslator({ locale, messages, namespace: 'mails', timeZone: site.timeZone })
  const [settings, stop] = [addressIn(site.url, '/consumer/notices'), stopPage(site.url, stopKey)]
  return {
    locale,
    ...noticeWords(notices, notice, { locale, timeZone: site.timeZone }),
    link: { url: addressIn(site.url, `/consumer/notices/${notice.id}`), label: t('open') },
    why: t('why'),
    ends: [
      { url: settings, label: t('settingsLink'), text: t('settings', { url: settings }) },
      { url: stop, label: t('stopLink'), text: t('stop', { url: stop }) },
    ],
  }
}

function confirmParts(token: string, locale: Locale, { url, timeZone }: LetterSite): Parts {
  const t = createTranslator({ locale, messages: MESSAGES[locale], namespace: 'mails.confirm', timeZone })
  const link = { url: addressIn(url, `/mail/confirm?token=${token}`), label: t('open') }
  return { locale, title: t('title'), body: t('body'), link, why: t('why'), ends: [] }
}

function addressIn(url: string, path: string): string {
  return new URL(path, url).toString()
}

/** A name in it may come from anybody: a header is one line. */
function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').trim()
}

function textOf({ title, body, link, why, ends }: Parts): string {
  const end = ['--', why, ...ends.map(({ text }) => text)].join('\n')
  return [title, body, `${link.label}:\n${link.url}`, end].join('\n\n') + '\n'
}

function htmlOf({ locale, title, body, link, why, ends }: Parts): string {
  const say = escaped
  const anchor = ({ url, label }: { url: string; label: string }) =>
    `<a href="${say(url)}" style="color:#5b6770">${say(label)}</a>`
  return `<!doctype html>
<html lang="${locale === 'zh' ? 'zh-Hans' : locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${say(title)}</title></head>
<body style="margin:0;background:#ffffff;color:#182026;font:16px/1.5 system-ui,sans-serif">
<div style="max-width:36rem;margin:0 auto;padding:24px">
<p style="margin:0 0 24px;font-weight:600">Switchyard</p>
<h1 style="margin:0 0 8px;font-size:22px;line-height:1.3">${say(title)}</h1>
<p style="margin:0 0 24px">${say(body)}</p>
<p style="margin:0 0 32px"><a href="${say(link.url)}" style="display:inline-block;padding:12px 20px;border-radius:8px;background:#006576;color:#ffffff;font-weight:600;text-decoration:none">${say(link.label)}</a></p>
<p style="margin:0;padding-top:16px;border-top:1px solid #d8dee2;color:#5b6770;font-size:14px">${[say(why), ...ends.map(anchor)].join('<br>')}</p>
</div>
</body>
</html>
`
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
