/** Mails over a real socket, to a mail server of forty lines that writes down what it is told. */
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { MailRefused, type OutgoingMail } from '@/lib/services/send-mails'
import { openPost, type OpenPost } from './mail-transport'

const lines: string[] = []
/** What the server says instead of what it should, by the word it was told. */
let answers: Record<string, string> = {}

function talk(socket: Socket): void {
  let rest = ''
  let inMessage = false
  const say = (text: string) => socket.write(`${text}\r\n`)
  socket.on('error', () => {})
  say('220 test')
  socket.on('data', (chunk) => {
    rest += chunk.toString()
    for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
      const line = rest.slice(0, end)
      rest = rest.slice(end + 2)
      lines.push(line)
      if (inMessage) {
        if (line !== '.') continue
        inMessage = false
        say(answers['.'] ?? '250 taken')
        continue
      }
      const word = line.split(/[ :]/)[0]!.toUpperCase()
      inMessage = word === 'DATA' && !answers[word]
      say(answers[word] ?? (word === 'DATA' ? '354 go on' : word === 'QUIT' ? '221 bye' : '250 ok'))
    }
  })
}

const server = createServer(talk)
let post: OpenPost
const site = { publicUrl: 'https://market.example', marketTimeZone: 'Asia/Shanghai' }
const mail: OutgoingMail = {
  id: '11111111-2222-4333-8444-555555555555',
  address: 'ada@example.org',
  subject: '2026年11月账单：¥1,234.56',
  text: 'Zeile\n.\nEnde 账单\n',
  html: '<p>账单</p>',
  stopKey: '99999999-2222-4333-8444-555555555555',
}

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  post = openPost(site, { smtpUrl: `smtp://127.0.0.1:${port}`, mailFrom: 'market@example.org' })
})
afterAll(() => {
  post.close()
  server.close()
})
beforeEach(() => {
  lines.length = 0
  answers = {}
})

const failure = async () => (await post.deliver(mail).catch((error: unknown) => error)) as Error
/** The value of a header, unfolded. */
const header = (name: string) => {
  const at = lines.findIndex((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`))
  const folded = lines.slice(at + 1)
  const end = folded.findIndex((line) => !/^[ \t]/.test(line))
  return at < 0 ? null : [lines[at]!.slice(name.length + 1), ...folded.slice(0, end)].join('').trim()
}
const decoded = (word: string) =>
  word
    .replace(/=\?UTF-8\?B\?([^?]*)\?=\s*/gi, (_, text: string) => Buffer.from(text, 'base64').toString())
    .replace(/=\?UTF-8\?Q\?([^?]*)\?=\s*/gi, (_, text: string) =>
      Buffer.from(
        text.replace(/_/g, ' ').replace(/=([0-9A-F]{2})/g, (__, hex: string) => String.fromCharCode(parseInt(hex, 16))),
        'latin1',
      ).toString(),
    )

describe('a mail', () => {
  it('goes to one mailbox, with all a mail program needs to stop the next', async () => {
    expect(await post.deliver(mail)).toBe('sent')
    expect(lines.filter((line) => /^(MAIL|RCPT)/.test(line))).toEqual([
      expect.stringMatching(/^MAIL FROM:<market@example\.org>/),
      'RCPT TO:<ada@example.org>',
    ])
    expect(header('To')).toBe('ada@example.org')
    expect(header('From')).toBe('Switchyard <market@example.org>')
    expect(decoded(header('Subject') ?? '')).toBe(mail.subject)
    expect(header('Message-ID')).toBe(`<${mail.id}@market.example>`)
    expect(header('List-Unsubscribe')).toBe(`<https://market.example/api/mail/stop?key=${mail.stopKey}>`)
    expect(header('List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click')
    expect(header('Auto-Submitted')).toBe('auto-generated')
    const message = lines.join('\n')
    expect(message).toMatch(/^Content-Type: text\/plain; charset=utf-8/m)
    expect(message).toMatch(/^Content-Type: text\/html; charset=utf-8/m)
  })

  it('keeps its one mailbox and its headers whatever stands in its subject', async () => {
    await post.deliver({ ...mail, subject: 'Bill\r\nBcc: eve@example.org' })
    expect(lines.filter((line) => line.startsWith('RCPT'))).toHaveLength(1)
    expect(lines.some((line) => /^bcc:/i.test(line))).toBe(false)
  })
})

describe('a server that will not take it', () => {
  it.each([
    ['RCPT', '550 <ada@example.org>: no such user', MailRefused, 'EENVELOPE 550'],
    ['.', '554 ada@example.org says no', MailRefused, 'EMESSAGE 554'],
    ['RCPT', '450 <ada@example.org>: greylisted', Error, 'EENVELOPE 450'],
    ['MAIL', '451 later', Error, 'EENVELOPE 451'],
  ] as const)('at %s with %s is told in codes, without whom it was for', async (word, answer, kind, name) => {
    answers = { [word]: answer }
    const error = await failure()
    expect(error.message).toBe(name)
    expect(error).toBeInstanceOf(kind)
    expect(error instanceof MailRefused).toBe((kind as unknown) === MailRefused)
    expect(JSON.stringify([error.message, error.cause, error.stack])).not.toContain('ada@')
  })

  it('that knows no such sender may know it later', async () => {
    answers = { MAIL: '550 not allowed' }
    expect(await failure()).not.toBeInstanceOf(MailRefused)
  })

  it('that is not there', async () => {
    const nowhere = openPost(site, { smtpUrl: 'smtp://127.0.0.1:1', mailFrom: 'market@example.org' })
    await expect(nowhere.deliver(mail)).rejects.toThrow(/^E[A-Z]+$/)
    nowhere.close()
  })
})

it('without a server a mail is kept', async () => {
  const kept = openPost(site, null)
  expect(await kept.deliver(mail)).toBe('kept')
  expect(kept.write({ kind: 'confirm', token: 't', locale: 'en', stopKey: mail.stopKey }).subject).toMatch(/Confirm/)
})
