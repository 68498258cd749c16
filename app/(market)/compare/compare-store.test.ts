import { describe, expect, it } from 'vitest'
import { CompareStore } from './compare-store'
import type { UseFacts, UseSource } from './use-source'
import { Unanswered } from './worker/client'
import type { Asked, ComparedAnswer } from './worker/protocol'
import { NO_WISHES } from './wishes'

const SOURCE: UseSource = { kind: 'file', file: new File([''], 'a.csv') }
const FACTS: UseFacts = { meters: ['a'], meter: 0, span: null, customerClass: 'Business', isShared: false, remarks: [] }
const ID = (digit: number) => `0x${String(digit).repeat(64)}` as const
const compared = {
  kind: 'compared',
  rows: [1, 2, 3, 4, 5].map((digit) => ({ id: ID(digit) })),
} as unknown as ComparedAnswer

type Ask = (asked: Asked, options?: { signal?: AbortSignal }) => Promise<unknown>
const usual: Ask = async (asked) => (asked.name === 'compare' ? compared : { kind: 'read', facts: FACTS })
const storeWith = (ask: Ask) => new CompareStore({ ask } as unknown as ConstructorParameters<typeof CompareStore>[0])

describe('the comparison of a visit', () => {
  it('takes the class that the use looks like, and the offers that a link names by their beginnings', async () => {
    const store = storeWith(usual)
    await store.start(SOURCE, { chosen: ['0x22222222', '0x99999999'], wishes: { ...NO_WISHES, green: 50 } })
    const { stage, point, chosen, wishes } = store.now()
    expect([stage.kind, point.customerClass, chosen, wishes.green]).toEqual(['ready', 'Business', [ID(2)], 50])
  })

  it('keeps four offers side by side, and no more', async () => {
    const store = storeWith(usual)
    await store.start(SOURCE)
    for (const digit of [1, 2, 3, 4, 5]) store.choose(ID(digit), true)
    expect(store.now().chosen).toEqual([ID(1), ID(2), ID(3), ID(4)])
    store.choose(ID(2), false)
    store.choose(ID(5), true)
    expect(store.now().chosen).toEqual([ID(1), ID(3), ID(4), ID(5)])
  })

  it('removes a file and has it back, and forgets it when something else is read', async () => {
    const store = storeWith(usual)
    await store.start(SOURCE)
    store.remove()
    expect(store.now()).toMatchObject({ stage: { kind: 'empty' }, removed: SOURCE })
    await store.undo()
    expect(store.now()).toMatchObject({ stage: { kind: 'ready', source: SOURCE }, removed: null })
  })

  it('takes only the latest of two uses, whichever comes first', async () => {
    const gates: (() => void)[] = []
    const store = storeWith(async (asked, options) => {
      if (asked.name === 'read' && asked.source === SOURCE) await new Promise<void>((open) => gates.push(open))
      if (options?.signal?.aborted) throw new Unanswered('cancelled')
      return usual(asked)
    })
    const slow = store.start(SOURCE)
    const point = { customerClass: 'Household', region: 42, voltageClass: 0, capacity: null } as const
    const other: UseSource = { kind: 'own', meterId: 'm', name: 'mine', point }
    await store.start(other)
    gates[0]?.()
    await slow
    expect(store.now()).toMatchObject({ stage: { kind: 'ready', source: other }, point })
  })

  it('says what is wrong with a file, and what went wrong otherwise', async () => {
    const refused = storeWith(async () => ({
      kind: 'refused',
      faults: [{ name: 'PdfNotText', facts: {}, line: null }],
    }))
    await refused.start(SOURCE)
    expect(refused.now().stage).toMatchObject({ kind: 'refused', faults: [{ name: 'PdfNotText' }] })
    const away = storeWith(async () => Promise.reject(new Unanswered('offline')))
    await away.start(SOURCE)
    expect(away.now().stage).toMatchObject({ kind: 'failed', why: 'offline', source: SOURCE })
  })
})
