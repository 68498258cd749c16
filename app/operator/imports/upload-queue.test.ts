import { describe, expect, it } from 'vitest'
import { nextOf, queueAfter, stateAfter, type Upload } from './upload-queue'

const file = new File(['x'], 'x.csv')
const upload = (id: string, state: Upload['state']): Upload => ({ id, file, mapping: null, state })

describe('files on their way', () => {
  it('go one at a time, in the order they came', () => {
    const queue = [
      upload('a', { kind: 'cancelled' }),
      upload('b', { kind: 'waiting' }),
      upload('c', { kind: 'waiting' }),
    ]
    expect(nextOf(queue)?.id).toBe('b')
    const sending = queueAfter(queue, { type: 'moved', id: 'b', state: { kind: 'sending', sent: 0 } })
    expect(nextOf(sending)).toBeNull()
    const reading = queueAfter(sending, { type: 'moved', id: 'b', state: { kind: 'reading', read: null } })
    expect(nextOf(reading)).toBeNull()
    const done = queueAfter(reading, { type: 'moved', id: 'b', state: { kind: 'ended', as: 'refused' } })
    expect(nextOf(done)?.id).toBe('c')
  })
  it('that are cancelled stay so, whatever arrives afterwards', () => {
    const queue = [upload('a', { kind: 'cancelled' })]
    expect(queueAfter(queue, { type: 'moved', id: 'a', state: { kind: 'sending', sent: 5 } })).toEqual(queue)
  })
  it('wait once their columns are described', () => {
    const queue = [upload('a', { kind: 'looking' })]
    expect(queueAfter(queue, { type: 'mapped', id: 'a', mapping: 'Mine' })).toMatchObject([
      { mapping: 'Mine', state: { kind: 'waiting' } },
    ])
  })
})

describe('after a look', () => {
  const csv = { header: null, rows: [], mapping: null, known: null }
  it('an unknown table is asked about, a known one is sent', () => {
    expect(stateAfter({ format: 'csv', refused: null, csv })).toMatchObject({ kind: 'unclear' })
    expect(stateAfter({ format: 'csv', refused: null, csv: { ...csv, known: 'ESB' } })).toEqual({ kind: 'waiting' })
    expect(stateAfter({ format: 'nem12', refused: null, csv: null })).toEqual({ kind: 'waiting' })
  })
  it('what is no meter file is not sent', () =>
    expect(stateAfter({ format: null, refused: 'PdfNotText', csv: null })).toEqual({
      kind: 'unsuitable',
      fault: 'PdfNotText',
    }))
})
