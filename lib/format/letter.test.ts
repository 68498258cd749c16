import { describe, expect, it } from 'vitest'
import { NOTICE_KINDS, type Notice } from '@/lib/domain/members/notice'
import { letter, oneClickStop, stopPage } from './letter'
import { locales } from './locale'
import { sampleNotices } from './notices.sample'

const site = { url: 'https://market.example', timeZone: 'Asia/Shanghai' }
const stopKey = '11111111-2222-4333-8444-555555555555'
const written = (notice: Notice, locale: string) => letter({ kind: 'notice', notice, locale, stopKey }, site)
const find = (kind: string, which = 0) => sampleNotices.filter((notice) => notice.kind === kind)[which]!
/** A message without its translation is said as its key; one without a value throws or leaves a brace. */
const UNSAID = /notices\.|mails\.|kinds\.|[{}]|undefined|NaN/

describe('every kind of notice', () => {
  it('is among the samples', () =>
    expect(new Set(sampleNotices.map(({ kind }) => kind))).toEqual(new Set(NOTICE_KINDS)))

  for (const locale of locales) {
    it.each(sampleNotices.map((notice) => [notice.kind, notice] as const))(
      `is written in ${locale}: %s`,
      (_, notice) => {
        const { subject, text, html } = written(notice, locale)
        expect(subject).not.toMatch(UNSAID)
        expect(subject).toMatch(/^\P{Cc}{4,}$/u)
        expect(text).not.toMatch(UNSAID)
        expect(html.replace(/style="[^"]*"/g, '')).not.toMatch(UNSAID)
        for (const link of [`/consumer/notices/${notice.id}`, '/consumer/notices', `/mail/stop?key=${stopKey}`]) {
          expect(text).toContain(`${site.url}${link}\n`)
          expect(html).toContain(`"${site.url}${link}"`)
        }
      },
    )
  }

  it('reads differently in each language', () => {
    for (const notice of sampleNotices) expect(written(notice, 'zh').subject).not.toBe(written(notice, 'en').subject)
  })
})

describe('the words of a mail', () => {
  it('say amounts and days as its reader writes them', () => {
    expect(written(find('BillReady'), 'en').subject).toBe('Bill for November 2026: ¥1,234.56')
    expect(written(find('BillReady'), 'zh').subject).toBe('2026年11月账单：¥1,234.56')
    expect(written(find('BillDue'), 'en').subject).toBe('¥80.00 is due on 15 Dec 2026')
    expect(written(find('BillDue'), 'zh').subject).toBe('¥80.00 将于 2026年12月15日 到期')
  })
  it('say what a revision gives back, adds, or leaves', () => {
    const said = [0, 1, 2].map((which) => written(find('BillRevised', which), 'en').text)
    expect(said[0]).toContain('¥12.34 less than before')
    expect(said[1]).toContain('¥12.34 more than before')
    expect(said[2]).toContain('Its total stays the same')
  })
  it('say what can be done while it can be done', () => {
    expect(written(find('PenaltyRisk', 0), 'en').text).toContain('still use 54.7\u00a0kWh until 30 Nov 2026')
    expect(written(find('PenaltyRisk', 1), 'en').text).toContain('Use 54.7\u00a0kWh more until 30 Nov 2026')
  })
  it('name an exit fee only where there was one', () => {
    expect(written(find('SwitchDone', 0), 'en').text).toContain('There was no exit fee')
    expect(written(find('SwitchDone', 1), 'en').text).toContain('The exit fee of ¥50.00')
  })
  it('are those of English for a language this market does not speak', () =>
    expect(written(find('BillReady'), 'xx').subject).toMatch(/^Bill for/))
})

describe('a name that is not to be trusted', () => {
  const hostile = 'Sun\r\nBcc: all@example.org\u0000<img src=x onerror=alert(1)>'
  const notice = { ...find('Signed'), kind: 'Signed', facts: { ...find('Signed').facts, offer: hostile } } as Notice

  it('makes no second header', () => {
    const { subject } = written(notice, 'en')
    expect(subject).toBe('You signed Sun Bcc: all@example.org <img src=x onerror=alert(1)>')
  })
  it('is text in HTML', () => {
    const { html } = written(notice, 'en')
    expect(html).not.toContain('<img')
    expect(html).toContain('&#60;img src=x')
  })
})

describe('the mail that asks to confirm', () => {
  it.each(locales)('holds the link, and nothing to stop yet: %s', (locale) => {
    const token = 'a'.repeat(43)
    const { subject, text, html } = letter({ kind: 'confirm', token, locale, stopKey }, site)
    expect([subject, text].join()).not.toMatch(UNSAID)
    expect(text).toContain(`\nhttps://market.example/mail/confirm?token=${token}\n`)
    expect(html).toContain(`"https://market.example/mail/confirm?token=${token}"`)
    expect(text).not.toContain(stopKey)
  })
})

it('stops by a page for people and an address for programs', () => {
  expect(stopPage(site.url, stopKey)).toBe(`https://market.example/mail/stop?key=${stopKey}`)
  expect(oneClickStop(site.url, stopKey)).toBe(`https://market.example/api/mail/stop?key=${stopKey}`)
})
