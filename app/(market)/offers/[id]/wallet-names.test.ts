import { describe, expect, it } from 'vitest'
import { agreementTypes } from '@/lib/chain/intents/agreement'
import en from '@/messages/en.json'
import zh from '@/messages/zh.json'

describe('what a wallet shows of an agreement', () => {
  it.each([
    ['en', en],
    ['zh', zh],
  ])('is explained field by field in %s', (_, messages) => {
    const unexplained = agreementTypes.Agreement.filter(
      ({ name }) => !messages.signing.summary.walletNames.includes(name),
    )
    expect(unexplained).toEqual([])
  })
})
