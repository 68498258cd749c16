import { beforeEach, describe, expect, it, vi } from 'vitest'
import { dropDraft, forgetDrafts, readDraft, saveDraft } from './draft'

/** As a browser's: the keys are properties. */
function storage(): Storage {
  const kept: Record<string, string> = {}
  const methods = {
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, value: string) => void (kept[key] = value),
    removeItem: (key: string) => void delete kept[key],
  }
  return new Proxy(methods, {
    ownKeys: () => Object.keys(kept),
    getOwnPropertyDescriptor: (_, key) => ({ value: kept[String(key)], enumerable: true, configurable: true }),
  }) as unknown as Storage
}

const text = (value: unknown) => (typeof value === 'string' ? value : null)

beforeEach(() => vi.stubGlobal('sessionStorage', storage()))

describe('a draft', () => {
  it('is its owner’s alone', () => {
    saveDraft('offer', '0xA1', 'mine')
    expect(readDraft('offer', '0xa1', text)).toBe('mine')
    expect(readDraft('offer', '0xB2', text)).toBeNull()
    expect(readDraft('other', '0xA1', text)).toBeNull()
  })
  it('that a visitor typed goes on with whoever signs in', () => {
    saveDraft('offer', null, 'typed before')
    expect(readDraft('offer', '0xA1', text)).toBe('typed before')
    saveDraft('offer', '0xA1', 'changed')
    expect(readDraft('offer', '0xA1', text)).toBe('changed')
  })
  it('is gone when it was sent, the visitor’s too', () => {
    saveDraft('offer', null, 'typed before')
    saveDraft('offer', '0xA1', 'changed')
    dropDraft('offer', '0xA1')
    expect(readDraft('offer', '0xA1', text)).toBeNull()
  })
  it('is gone when its owner signs out, and nothing else is', () => {
    saveDraft('offer', '0xA1', 'mine')
    sessionStorage.setItem('other', 'kept')
    forgetDrafts()
    expect(readDraft('offer', '0xA1', text)).toBeNull()
    expect(sessionStorage.getItem('other')).toBe('kept')
  })
  it('that cannot be read is as if it were not there', () => {
    saveDraft('offer', '0xA1', 7)
    expect(readDraft('offer', '0xA1', text)).toBeNull()
    sessionStorage.setItem('switchyard.draft.0xa1.offer', '{')
    expect(readDraft('offer', '0xA1', text)).toBeNull()
  })
})
