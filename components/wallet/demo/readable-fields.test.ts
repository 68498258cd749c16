import { describe, expect, it } from 'vitest'
import en from '@/messages/en.json'
import zh from '@/messages/zh.json'
import { FIELD_KINDS, readableFields } from './readable-fields'

type Types = Readonly<Record<string, readonly { name: string; type: string }[]>>

const modules = import.meta.glob<Record<string, unknown>>('../../../lib/chain/intents/*.ts', { eager: true })
/** Every struct that the market asks anybody to sign. */
const structs = Object.entries(modules)
  .filter(([path]) => !path.endsWith('.test.ts'))
  .flatMap(([, exported]) => Object.entries(exported))
  .filter(([name]) => name.endsWith('Types'))
  .flatMap(([, types]) => Object.entries(types as Types))

const words = (messages: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], messages)

describe('the words of what is signed', () => {
  it('knows the intents of the market', () =>
    expect(structs.map(([name]) => name).sort()).toEqual(
      expect.arrayContaining(['Agreement', 'Permit', 'Purchase', 'Read', 'Withdrawal']),
    ))

  it.each(structs)('%s: every field has a meaning', (struct, fields) =>
    expect(Object.keys(FIELD_KINDS[struct] ?? {})).toEqual(fields.map(({ name }) => name)),
  )

  it.each(Object.entries({ en, zh }))(
    '%s: every field of every message, and every message, has words',
    (_, messages) => {
      const named = [...structs.map(([name, fields]) => [name, fields.map((field) => field.name)] as const)]
      const paths = [
        ...named,
        ...Object.entries(FIELD_KINDS).map(([name, kinds]) => [name, Object.keys(kinds)] as const),
      ]
      const missing = paths.flatMap(([struct, fields]) =>
        fields.map((field) => `wallet.message.field.${struct}.${field}`).filter((path) => !words(messages, path)),
      )
      // A struct that stands inside another is no message of its own.
      const messagesOf = Object.keys(FIELD_KINDS).filter((struct) => struct !== 'DeviationClause')
      const silent = messagesOf
        .flatMap((struct) => [`wallet.message.kind.${struct}`, `wallet.message.says.${struct}`])
        .filter((path) => !words(messages, path))
      expect([...missing, ...silent]).toEqual([])
    },
  )
})

describe('readableFields', () => {
  it('reads an agreement in the order in which it is signed', () => {
    const fields = readableFields({
      domain: { name: 'Switchyard' },
      primaryType: 'Agreement',
      types: {
        Agreement: [
          { name: 'offerId', type: 'bytes32' },
          { name: 'start', type: 'uint40' },
          { name: 'contractedWh', type: 'uint64[12]' },
          { name: 'nonce', type: 'uint256' },
        ],
      },
      message: { offerId: '0xabcd', start: '1767196800', contractedWh: ['1000', '2000'], nonce: '7' },
    })
    const struct = 'Agreement'
    expect(fields).toEqual([
      { struct, name: 'offerId', kind: 'offer', hex: '0xabcd' },
      { struct, name: 'start', kind: 'moment', at: 1_767_196_800 },
      { struct, name: 'contractedWh', kind: 'months', values: [1000n, 2000n] },
      { struct, name: 'nonce', kind: 'count', value: 7n },
    ])
  })

  it('reads the fields of a struct in its place, and codes by their names', () => {
    const fields = readableFields({
      domain: {},
      primaryType: 'Purchase',
      types: {
        Purchase: [
          { name: 'model', type: 'uint8' },
          { name: 'deviation', type: 'DeviationClause' },
          { name: 'price', type: 'uint64' },
        ],
        DeviationClause: [
          { name: 'upper', type: 'uint16' },
          { name: 'ruleBasis', type: 'uint8' },
        ],
      },
      message: { model: 2, deviation: { upper: 10500, ruleBasis: 1 }, price: '380000' },
    })
    expect(fields).toEqual([
      { struct: 'Purchase', name: 'model', kind: 'model', code: 'RetailerLed' },
      { struct: 'DeviationClause', name: 'upper', kind: 'ratio', value: 10_500n },
      { struct: 'DeviationClause', name: 'ruleBasis', kind: 'ruleBasis', code: 'Annual' },
      { struct: 'Purchase', name: 'price', kind: 'price', value: 380_000n },
    ])
  })

  it('leaves nothing out of a message that it does not know', () => {
    const types = { Order: [{ name: 'what', type: 'string' }] }
    expect(readableFields({ domain: {}, primaryType: 'Order', types, message: { what: 'all' } })).toEqual([
      { struct: 'Order', name: 'what', kind: 'unknown', text: 'all' },
    ])
  })
})
