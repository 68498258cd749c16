import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { describe, expect, it } from 'vitest'
import en from '@/messages/en.json'
import zh from '@/messages/zh.json'

type Messages = { [key: string]: string | Messages }

/** Every message as "path: {arguments} <tags>", so that a translation cannot lose an argument. */
function shape(messages: Messages, path = ''): string[] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string' ? `${path}${key}: ${placeholders(value)}` : shape(value, `${path}${key}.`),
  )
}

function placeholders(message: string): string {
  return [...new Set(parse(message).flatMap(namesIn))].sort().join(' ')
}

/** Of one element and of all that its options hold. */
function namesIn(element: MessageFormatElement): string[] {
  switch (element.type) {
    case TYPE.literal:
    case TYPE.pound:
      return []
    case TYPE.tag:
      return [`<${element.value}>`, ...element.children.flatMap(namesIn)]
    case TYPE.select:
    case TYPE.plural:
      return [element.value, ...Object.values(element.options).flatMap(({ value }) => value.flatMap(namesIn))]
    default:
      return [element.value]
  }
}

describe('messages', () => {
  it('say the same things in English and in Chinese', () => expect(shape(zh).sort()).toEqual(shape(en).sort()))
})
