import { describe, expect, it } from 'vitest'
import { micro } from '@/lib/domain/units/units'
import { storyOf, type StoryFacts } from './story'

const agreement = { id: 'new', start: 200, signedAt: 100, endsAt: null, endedAt: null, successor: null }
const old = { id: 'old', start: 0, signedAt: 0, endsAt: 200, endedAt: null, successor: 'new' }
const bill = { id: '1', total: micro(5n), settledAt: 210 }
const finalBill = { ...bill, agreementId: 'old', start: 150, end: 200 }
const firstBill = { ...bill, id: '2', agreementId: 'new', start: 200, end: 250, settledAt: 260 }

const facts = (changes: Partial<StoryFacts> = {}): StoryFacts => ({
  now: 110,
  agreement,
  old,
  coolingOffEnd: 130,
  firstPeriodEnd: 250,
  lastReadAt: 90,
  bills: [],
  ...changes,
})
const done = (changes: Partial<StoryFacts>) => storyOf(facts(changes)).flatMap((event) => (event.done ? event.key : []))

describe('the story of a switch', () => {
  it('is told in the order in which it happens', () => {
    expect(storyOf(facts()).map(({ key, at }) => [key, at])).toEqual([
      ['signed', 100],
      ['coolingOff', 130],
      ['switched', 200],
      ['read', null],
      ['finalBill', null],
      ['firstBill', 250],
    ])
  })

  it('goes on with the clock, the reads and the bills', () => {
    expect(done({})).toEqual(['signed'])
    expect(done({ now: 130 })).toEqual(['signed', 'coolingOff'])
    expect(done({ now: 200 })).toEqual(['signed', 'coolingOff', 'switched'])
    expect(done({ now: 205, lastReadAt: 200 })).toEqual(['signed', 'coolingOff', 'switched', 'read'])
    // A bill of another month of the old agreement is not its last.
    expect(done({ now: 205, bills: [{ ...finalBill, end: 150 }] })).not.toContain('finalBill')
    expect(done({ now: 215, lastReadAt: 200, bills: [finalBill] }).at(-1)).toBe('finalBill')
    expect(
      storyOf(facts({ now: 300, lastReadAt: 250, bills: [finalBill, firstBill] })).every((event) => event.done),
    ).toBe(true)
  })

  it('says which bill, when and how much', () => {
    const told = storyOf(facts({ bills: [finalBill] })).find(({ key }) => key === 'finalBill')
    expect(told).toEqual({ key: 'finalBill', at: 210, done: true, bill: finalBill })
  })
})

describe('other stories', () => {
  it('may begin before the cooling-off days are over', () => {
    expect(storyOf(facts({ coolingOffEnd: 230 })).map(({ key }) => key)).toEqual([
      'signed',
      'switched',
      'read',
      'finalBill',
      'coolingOff',
      'firstBill',
    ])
  })

  it('of a meter without a supplier has nothing of an old agreement', () => {
    expect(storyOf(facts({ old: null, coolingOffEnd: null })).map(({ key }) => key)).toEqual([
      'signed',
      'started',
      'read',
      'firstBill',
    ])
  })

  it('of what was undone is over', () => {
    expect(storyOf(facts({ agreement: { ...agreement, endedAt: 120 } })).map(({ key, at }) => [key, at])).toEqual([
      ['signed', 100],
      ['cancelled', 120],
    ])
  })

  it('of what ends goes on to its last bill', () => {
    const ending = { ...agreement, endsAt: 300 }
    const last = { ...bill, agreementId: 'new', start: 250, end: 300, settledAt: 310 }
    expect(
      storyOf(facts({ agreement: ending }))
        .slice(-2)
        .map(({ key, at }) => [key, at]),
    ).toEqual([
      ['ends', 300],
      ['lastBill', null],
    ])
    expect(storyOf(facts({ agreement: ending, now: 320, bills: [last] })).at(-1)).toMatchObject({ at: 310, done: true })
  })
})
