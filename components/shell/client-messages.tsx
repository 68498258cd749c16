import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'
import type en from '@/messages/en.json'

type Messages = typeof en

/** A group of messages, or a group in a group. */
export type MessageGroup = {
  [Group in keyof Messages & string]: Group | `${Group}.${keyof Messages[Group] & string}`
}[keyof Messages & string]

export interface ClientMessagesProps {
  of: readonly MessageGroup[]
  children: ReactNode
}

/**
 * The messages that parts running in the browser ask for; those of `ui` always. Each is written into every page around
 * which this stands, twice the size of the page if all were: name only what is asked for. A test reads what that is.
 */
export async function ClientMessages({ of, children }: ClientMessagesProps) {
  const all = await getMessages()
  return <NextIntlClientProvider messages={pick(all, ['ui', ...of])}>{children}</NextIntlClientProvider>
}

function pick(all: Messages, groups: readonly MessageGroup[]): Partial<Messages> {
  const picked: Record<string, unknown> = {}
  for (const path of groups) {
    const [group = '', inner] = path.split('.')
    const whole = all[group as keyof Messages] as Record<string, unknown>
    picked[group] = inner ? { ...(picked[group] as object | undefined), [inner]: whole[inner] } : whole
  }
  return picked as Partial<Messages>
}
