import { BaseError, UserRejectedRequestError } from 'viem'
import { describe, expect, it } from 'vitest'
import { failureOf, refused, WalletFlowError } from './failure'

describe('failureOf', () => {
  it('keeps a failure that has its name', () =>
    expect(failureOf(new WalletFlowError({ kind: 'closed' }))).toEqual({ kind: 'closed' }))

  it('keeps the name and the facts of a refusal', () => {
    const refusal = { name: 'OfferIsWithdrawn', facts: { offerId: '0x01' } }
    expect(failureOf(refused(refusal))).toEqual({ kind: 'refused', refusal })
  })

  it('knows a rejected prompt, bare or wrapped', () => {
    expect(failureOf(Object.assign(new Error('no'), { code: 4001 }))).toEqual({ kind: 'rejected' })
    const cause = new UserRejectedRequestError(new Error('no'))
    expect(failureOf(new BaseError('failed', { cause }))).toEqual({ kind: 'rejected' })
  })

  it('knows a wallet that is already asking', () =>
    expect(failureOf(Object.assign(new Error('pending'), { code: -32002 }))).toEqual({ kind: 'busy' }))

  it('knows a lost connection', () =>
    expect(failureOf(new TypeError('Failed to fetch'))).toEqual({ kind: 'unreachable' }))

  it('knows an action that failed, which is not the wallet’s fault', () => {
    const error = Object.assign(new Error('Minified React error #441'), { digest: '2338442153' })
    expect(failureOf(error)).toEqual({ kind: 'serverFailed' })
  })

  it('says what it does not know', () =>
    expect(failureOf(new Error('disk full'))).toEqual({ kind: 'unexpected', detail: 'disk full' }))
})
