import { NextResponse } from 'next/server'
import { messagesOf } from '@/lib/format/i18n-request'
import { isLocale } from '@/lib/format/locale'
import { pickGroups } from '@/lib/format/message-groups'

interface WordsContext {
  params: Promise<{ locale: string; groups: string }>
}

/** The same for everybody, and for good: the address names the version of all messages. */
const FOR_GOOD = { 'Cache-Control': 'public, max-age=31536000, immutable' }

/** Messages for a part of a page that comes with a press: /api/words/en/refusals,wallet. 404 for what is no group. */
export async function GET(_request: Request, { params }: WordsContext): Promise<NextResponse> {
  const { locale, groups } = await params
  const words = isLocale(locale) && pickGroups(await messagesOf(locale), groups.split(','))
  return words ? NextResponse.json(words, { headers: FOR_GOOD }) : new NextResponse(null, { status: 404 })
}
