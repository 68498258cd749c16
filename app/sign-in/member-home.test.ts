import { describe, expect, it } from 'vitest'
import { memberHome, ownPath } from './member-home'

describe('memberHome', () => {
  it('leads each role to its own work', () => {
    expect(memberHome(['consumer'])).toBe('/consumer')
    expect(memberHome(['retailer'])).toBe('/retailer/offers')
    expect(memberHome(['exchange'])).toBe('/operator')
    // It is a customer, too: its work comes first.
    expect(memberHome(['consumer', 'chargingPoint'])).toBe('/operator/charging')
    expect(memberHome(['consumer', 'storage'])).toBe('/operator/storage')
    expect(memberHome([])).toBe('/')
  })
})

describe('ownPath', () => {
  const origin = 'http://localhost:3000'
  it('keeps a path of this site', () => {
    expect(ownPath('/offers/0x01?from=list', origin)).toBe('/offers/0x01?from=list')
    expect(ownPath('http://localhost:3000/consumer', origin)).toBe('/consumer')
  })
  it('drops what would lead elsewhere', () => {
    expect(ownPath('https://evil.example/consumer', origin)).toBeNull()
    expect(ownPath('//evil.example', origin)).toBeNull()
    expect(ownPath('javascript:alert(1)', origin)).toBeNull()
    expect(ownPath(['/a', '/b'], origin)).toBeNull()
  })
  it('never reads another site out of a path', () => {
    expect(ownPath('/.//elsewhere.example', origin)).toBeNull()
    expect(ownPath('//elsewhere.example', origin)).toBeNull()
  })

  it('never returns to signing in', () => expect(ownPath('/sign-in?callbackUrl=/x', origin)).toBeNull())
})
