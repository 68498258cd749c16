import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { guessMapping, type Guess } from './guess'
import { CSV_PRESETS, presetMapping } from './presets'

const guess = (text: string, name = 'usage.csv'): Guess | null =>
  guessMapping(new TextEncoder().encode(text), { name, zone: 'Europe/London' })

const sample = (path: string) => new Uint8Array(readFileSync(new URL(`../samples/meter/${path}`, import.meta.url)))

describe('a known shape is told by its header', () => {
  it.each([
    ['esb-hdf', 'ie_esb_hdf/sample-1.csv'],
    ['fluvius', 'nl_be_it_homes/fluvius_be/Consumption_history_15_minute_totals.csv'],
    ['dsmr-reader', 'nl_be_it_homes/dsmr_reader_nl/dsmrreader-data-export-hour.csv'],
    ['homewizard', 'nl_be_it_homes/homewizard_nl/homewizard_2022-09_15min_elec.csv'],
    ['enphase', 'nl_be_it_homes/enphase/9999998_custom_report.csv'],
    ['engie', 'nl_be_it_homes/engie_nl/Export.verbruiken.ENGIE.csv'],
    ['liander', 'nl_be_it_homes/liander_nl_registers/csv_bijlage.csv'],
    ['emo', 'nl_be_it_homes/emo_nl_daily/Site/2013.csv'],
    ['greenchoice', 'nl_be_it_homes/greenchoice_nl_registers/meterstanden_stroom_2023.csv'],
    ['enel', 'nl_be_it_homes/enel_it_15min/ExportData_settembre.csv'],
    ['ausgrid', 'au_ausgrid_solar_home/customer12_2011-2012_halfhourly.csv'],
    ['opsd', 'de_opsd_household/household_data_60min_singleindex_residential4.csv'],
    ['citylearn', 'us_ca_homes_hourly/Building_1.csv'],
    ['cambridge', 'ci_uk_university/b58_2022.csv'],
    ['steel-kr', 'ci_steel_kr/Steel_industry_data.csv'],
    ['vdi4657', 'ci_de_15min/LP_G_MH.csv'],
    ['vdi4657', 'ci_de_15min/LP_G_MV.csv'],
  ])('%s', (preset, path) => {
    const found = guessMapping(sample(path), { name: path, zone: 'Europe/London' })
    expect(found).toMatchObject({ preset, isKnown: true, mapping: presetMapping(preset, 'Europe/London') })
  })

  it('has a zone of its own, or that of the connection', () => {
    expect(presetMapping('fluvius', 'Asia/Shanghai').zone).toBe('Europe/Brussels')
    expect(presetMapping('enphase', 'Asia/Shanghai').zone).toBe('Asia/Shanghai')
  })

  it('has a name for each, once', () => {
    expect(new Set(CSV_PRESETS.map(({ id }) => id)).size).toBe(CSV_PRESETS.length)
  })
})

describe('an unknown file is described as far as it can be', () => {
  it('with decimal commas, an end and an export column', () => {
    const rows = [1, 2, 3].map((hour) => `31.01.2026 0${hour}:00;0,5;0,25`)
    const found = guess(['Bericht', '', 'End time;Import (kWh);Export (kWh)', ...rows, ''].join('\r\n'))
    expect(found).toMatchObject({
      preset: null,
      isKnown: false,
      mapping: {
        text: { delimiter: ';', decimal: ',', skipTop: 2, header: true },
        time: { kind: 'stamp', column: 'End time', order: 'dmy' },
        mark: 'end',
        zone: 'Europe/London',
        channels: [
          { channel: 'Import (kWh)', direction: 'import', unit: 'kWh', kind: 'interval' },
          { channel: 'Export (kWh)', direction: 'export', unit: 'kWh', kind: 'interval' },
        ],
      },
    })
  })

  it('with the day before the month only where a date says so', () => {
    const of = (dates: string[]) =>
      guess(['when,W', ...dates.map((date) => `${date} 00:00,1`), ''].join('\n'))?.mapping.time
    expect(of(['01/02/2026', '02/02/2026'])).toMatchObject({ order: 'dmy' })
    expect(of(['01/12/2026', '01/13/2026'])).toMatchObject({ order: 'mdy' })
  })

  it('with registers of two tariffs as one channel', () => {
    const rows = Array.from({ length: 12 }, (_, n) => `2026-01-${String(n + 1).padStart(2, '0')},${100 + n},${200 + n}`)
    expect(guess(['date,Import T1 kWh,Import T2 kWh', ...rows, ''].join('\n'))?.mapping.channels).toEqual([
      expect.objectContaining({ kind: 'register', direction: 'import', columns: ['Import T1 kWh', 'Import T2 kWh'] }),
    ])
  })

  it('with net power by its sign, and columns of other things left out', () => {
    const text =
      'time,net W,temperature,price\n2026-01-01 00:00,5,20,3\n2026-01-01 01:00,-5,21,3\n2026-01-01 02:00,1,2,3\n'
    expect(guess(text)?.mapping.channels).toEqual([
      expect.objectContaining({ channel: 'net W', direction: 'by-sign', unit: 'W' }),
    ])
  })

  it.each([24, 48, 96])('with %i intervals of a day in a row', (count) => {
    const row = (date: string) => [date, ...Array.from({ length: count }, (_, n) => n / 10)].join(',')
    const header = ['day', ...Array.from({ length: count }, (_, n) => `h${n}`)].join(',')
    const found = guess([header, row('2026-01-01'), row('2026-01-02'), ''].join('\n'))
    expect(found?.mapping.time).toMatchObject({ kind: 'day-rows', date: 'day', first: 'h0', count })
  })

  it('with a meter in each column', () => {
    const text = ',4c95-1,4d95-2\n2026-01-01 00:00:00-08:00,,1\n2026-01-01 01:00:00-08:00,2,\n'
    expect(guess(text)).toMatchObject({
      preset: 'a-meter-in-each-column',
      isKnown: false,
      mapping: { meter: { kind: 'header' } },
    })
  })

  it('with seconds since 1970 and a direction that the name of the file tells', () => {
    const rows = Array.from({ length: 12 }, (_, n) => `${1_767_225_600 + 3_600 * n},${n + 1}.5`)
    const channels = (name: string) => guess(`${rows.join('\n')}\n`, name)?.mapping.channels
    expect(channels('elec_feed_in_tariff_1_high_resolution.csv')).toMatchObject([
      { direction: 'import', kind: 'register' },
    ])
    expect(channels('elec_feed_out_tariff_1_high_resolution.csv')).toMatchObject([
      { direction: 'export', kind: 'register' },
    ])
  })

  it.each(['', 'one\ntwo\n', 'a,b\n1,2\n3,4\n', '<xml>', 'name,place\nx,y\n'])(
    'and not at all where there is no time: %s',
    (text) => {
      expect(guess(text)).toBeNull()
    },
  )
})
