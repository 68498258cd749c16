import { describe, expect, it } from 'vitest'
import { pickLocale } from './locale'

describe('pickLocale', () => {
  it('keeps what the visitor chose', () => expect(pickLocale('zh', 'en-GB,en')).toBe('zh'))
  it('follows the browser otherwise', () => expect(pickLocale(undefined, 'fr-FR,zh-CN;q=0.9,en;q=0.8')).toBe('zh'))
  it('falls back to English', () => expect(pickLocale('xx', null)).toBe('en'))
})
