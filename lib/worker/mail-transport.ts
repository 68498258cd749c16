/** How mails leave: by SMTP where there is a server; the demo keeps them to be looked at where there is none. */
import { createTransport, type Transporter } from 'nodemailer'
import { letter, oneClickStop } from '@/lib/format/letter'
import { MailRefused, type OutgoingMail, type Post } from '@/lib/services/send-mails'

const TIMEOUT_MS = 20_000

export interface MailSite {
  /** Where people reach the market. */
  publicUrl: string
  marketTimeZone: string
}

export interface MailServer {
  smtpUrl: string
  mailFrom: string
}

export interface OpenPost extends Post {
  close: () => void
}

/** @param server Null: mails are kept. */
export function openPost({ publicUrl, marketTimeZone }: MailSite, server: MailServer | null): OpenPost {
  const write: Post['write'] = (contents) => letter(contents, { url: publicUrl, timeZone: marketTimeZone })
  if (!server) return { write, deliver: async () => 'kept', close: () => {} }
  const transport = createTransport({
    url: server.smtpUrl,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    // What is sent is what was written: no file and no page is ever fetched for it.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const send = (mail: OutgoingMail) => deliver(transport, messageOf(mail, { publicUrl, from: server.mailFrom }))
  return { write, deliver: send, close: () => transport.close() }
}

type Message = ReturnType<typeof messageOf>

function messageOf(mail: OutgoingMail, { publicUrl, from }: { publicUrl: string; from: string }) {
  const { id, address, subject, text, html, stopKey } = mail
  return {
    messageId: `<${id}@${new URL(publicUrl).hostname}>`,
    from: { name: 'Switchyard', address: from },
    // As an object it is one address, whatever stands in it.
    to: { name: '', address },
    subject,
    text,
    html,
    headers: {
      'List-Unsubscribe': `<${oneClickStop(publicUrl, stopKey)}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Auto-Submitted': 'auto-generated',
    },
  }
}

async function deliver(transport: Transporter, message: Message): Promise<'sent'> {
  try {
    await transport.sendMail(message)
    return 'sent'
  } catch (error) {
    throw withoutNames(error)
  }
}

/** 500 to 599: asking again will not help. */
const REFUSED_FOR_GOOD = 500

/** Servers repeat the address in what they say, so only codes are kept. A server that does not know us may know us later. */
function withoutNames(error: unknown): Error {
  const {
    code = 'Unknown',
    responseCode,
    command,
  } = error as { code?: string; responseCode?: number; command?: string }
  const name = [code, responseCode].filter((part) => part !== undefined).join(' ')
  const isAboutMailbox = command === 'RCPT TO' || command === 'DATA'
  const isForGood = responseCode !== undefined && responseCode >= REFUSED_FOR_GOOD && isAboutMailbox
  return isForGood ? new MailRefused(name) : new Error(name)
}
