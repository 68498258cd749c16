/** How CSV files are to be read: checked before it is kept, and again when it is loaded. */
import { expect, it } from 'vitest'
import { withDatabase } from '@/lib/db/testing/database'
import { saveCsvMapping } from '@/lib/db/write/csv-mappings'
import { keepMapping } from './keep-mapping'
import { savedMappings } from './saved-mappings'
import { takeMeterFile } from './take-meter-file'
import { orderOf, OPERATOR } from './testing/metered'

withDatabase()

const channels = [{ channel: 'import', direction: 'import', unit: 'kWh', columns: ['kWh'] }]
const sound = { version: 1, time: { kind: 'stamp', column: 'time' }, zone: 'Europe/London', channels }
const namesSaved = async () => (await savedMappings({ address: OPERATOR })).map(({ name }) => name)

it('keeps a mapping only if it can be used', async () => {
  expect(await keepMapping(OPERATOR, { name: 'sound', mapping: sound })).toEqual({ ok: true, value: 'sound' })
  const skipped = { ...sound, time: { kind: 'counted', start: '2026-03-29 01:30' } }
  for (const mapping of [skipped, { ...sound, zone: 'Mars/Olympus' }, 'sound', null])
    expect(await keepMapping(OPERATOR, { name: 'other', mapping })).toMatchObject({
      ok: false,
      refusal: { name: 'RequestMalformed' },
    })
  expect(await namesSaved()).toEqual(['sound'])
})

it('does not use what was kept and cannot be used any more', async () => {
  await saveCsvMapping({ owner: OPERATOR, name: 'stale', mapping: { ...sound, version: 0 } })
  expect(await namesSaved()).toEqual(['sound'])
  const { id, operator, name, bytes } = orderOf([])
  expect(await takeMeterFile({ id, operator, name, bytes, mapping: 'stale' })).toMatchObject({
    ok: false,
    refusal: { name: 'MappingUnknown' },
  })
})
