import { describe, expect, it } from 'vitest'
import { lookAtFile, meaningOf } from '@/lib/services/look-at-file'
import { formOf, mappingOf, missingIn, type MappingForm } from './mapping-form'

const bytes = new TextEncoder().encode(
  'Date;Time;Low kWh;High kWh;Out kWh\n' +
    '26-11-2026;00:00;0,250;0;0\n26-11-2026;00:15;0,125;0;0\n26-11-2026;00:30;0;0,5;0,1\n26-11-2026;00:45;1;0;0\n',
)
const look = lookAtFile(bytes, { name: 'use.csv', zone: 'Asia/Shanghai' }).csv
const proposed = look?.mapping

function form(): MappingForm {
  const found = look && proposed ? formOf(proposed, look) : null
  if (!found) throw new Error('the proposal does not fit the form')
  return found
}

const withRole = (index: number, role: MappingForm['columns'][number]['role']) => ({
  ...form(),
  columns: form().columns.map((column, at) => (at === index ? { ...column, role } : column)),
})

describe('a mapping filled in', () => {
  it('begins with what was proposed', () => {
    expect(form()).toMatchObject({ order: 'dmy', decimal: ',', zone: 'Asia/Shanghai', mark: 'start', isUnix: false })
    expect(
      form()
        .columns.slice(0, 2)
        .map(({ role }) => role),
    ).toEqual(['date', 'clock'])
  })

  it('adds the columns of one direction: 250 Wh and 0 Wh, then 125 Wh and 0 Wh', async () => {
    const filled = { ...withRole(2, 'import') }
    filled.columns[3] = { ref: 'High kWh', role: 'import', unit: 'kWh' }
    filled.columns[4] = { ref: 'Out kWh', role: 'export', unit: 'kWh' }
    const { intervals, problems } = await meaningOf(bytes, mappingOf(filled, proposed!), 'use.csv')
    expect(problems).toEqual([])
    const taken = intervals.filter(({ direction }) => direction === 'import').map(({ energyWh }) => energyWh)
    expect(taken).toEqual([250n, 125n, 500n, 1_000n])
  })

  it('means an earlier time where times end their interval', async () => {
    const startOf = async (mark: 'start' | 'end') =>
      (await meaningOf(bytes, mappingOf({ ...form(), mark }, proposed!), 'use.csv')).intervals[0]?.start
    expect(await startOf('end')).toBe(((await startOf('start')) ?? 0) - 900)
  })

  it('says what is still to be said', () => {
    expect(missingIn(form())).toBeNull()
    expect(missingIn(withRole(0, 'none'))).toBe('time')
    expect(missingIn(withRole(1, 'none'))).toBe('clock')
    expect(
      missingIn({ columns: form().columns.map((column, at) => (at < 2 ? column : { ...column, role: 'none' })) }),
    ).toBe('energy')
  })

  it('leaves a proposal alone that says more than it can', () =>
    expect(formOf({ ...proposed!, meter: { kind: 'header' } }, look!)).toBeNull())
})
