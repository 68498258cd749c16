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
  const found = message.matchAll(/\{\s*(\w+)\s*[},]|<(\w+)>/g)
  return [...new Set([...found].map((match) => match[1] ?? `<${match[2]}>`))].sort().join(' ')
}

describe('messages', () => {
  it('say the same things in English and in Chinese', () => expect(shape(zh).sort()).toEqual(shape(en).sort()))
})
