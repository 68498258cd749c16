import { NextIntlClientProvider, type AbstractIntlMessages } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'
import { pickGroups, type MessageGroup } from '@/lib/format/message-groups'

export interface ClientMessagesProps {
  of: readonly MessageGroup[]
  children: ReactNode
}

/**
 * The messages that parts running in the browser ask for as soon as the page is there; those of `ui` always. Each is written
 * into every page around which this stands: what comes with a press brings its own (`partOnDemand`). A test reads who asks.
 */
export async function ClientMessages({ of, children }: ClientMessagesProps) {
  const messages = pickGroups(await getMessages(), ['ui', ...of])
  if (!messages) throw new Error(`no such group of messages among ${of.join(', ')}`)
  return <NextIntlClientProvider messages={messages as AbstractIntlMessages}>{children}</NextIntlClientProvider>
}
