import { describe, expect, it } from 'vitest'
import { surplusTypes } from '@/lib/chain/intents/surplus'
import en from '@/messages/en.json'
import zh from '@/messages/zh.json'

describe('what a wallet shows of a lot or a bid', () => {
  it.each([
    ['en', en],
    ['zh', zh],
  ])('is explained field by field in %s', (_, messages) => {
    const fields = [...surplusTypes.Lot, ...surplusTypes.Bid]
    expect(fields.filter(({ name }) => !messages.sessions.order.walletNames.includes(name))).toEqual([])
  })
})
