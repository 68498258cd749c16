import { describe, expect, it } from 'vitest'
import { joinGroups, pickGroups } from './message-groups'

const ALL = {
  ui: { close: 'Close' },
  bill: { title: 'Bill', kind: { first: 'First', last: 'Last' }, check: { go: 'Check' } },
}

describe('pickGroups', () => {
  it('takes whole groups, and of others the named part', () =>
    expect(pickGroups(ALL, ['ui', 'bill.kind'])).toEqual({ ui: { close: 'Close' }, bill: { kind: ALL.bill.kind } }))
  it('joins two parts of one group', () =>
    expect(pickGroups(ALL, ['bill.kind', 'bill.check'])).toEqual({
      bill: { kind: ALL.bill.kind, check: ALL.bill.check },
    }))
  it.each(['', 'prices', 'bill.prices', 'bill.kind.first', 'toString', 'constructor', 'bill.toString', '__proto__'])(
    'knows no group "%s"',
    (path) => expect(pickGroups(ALL, ['ui', path])).toBeNull(),
  )
})

it('joinGroups keeps both parts of a group, and changes neither', () => {
  const page = { bill: { kind: 'a' }, ui: { close: 'Close' } }
  expect(joinGroups(page, { bill: { check: 'b' } })).toEqual({
    bill: { kind: 'a', check: 'b' },
    ui: { close: 'Close' },
  })
  expect(page).toEqual({ bill: { kind: 'a' }, ui: { close: 'Close' } })
})
