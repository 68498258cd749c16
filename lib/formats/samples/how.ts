/** How each sample file is read, and which are refused by name. Used by tests only. */
import type { CsvMapping } from '@/lib/formats/csv/mapping'
import { presetMapping } from '@/lib/formats/csv/presets'
import type { MeterFileOptions } from '@/lib/formats/read-meter-file'

/** Files that are no meter files, or that state what cannot be: path to the name of the fault. */
export const REFUSED: Readonly<Record<string, string>> = {
  'ci_uk_university/building_floor_roof_areas.csv': 'CsvNoTimes',
  'us_ca_homes_hourly/pricing.csv': 'CsvNoTimes',
  'us_ca_homes_hourly/schema.json': 'JsonNotMeterData',
  'dsmr_p1/expected.json': 'JsonNotMeterData',
  'nem12/expected.json': 'JsonNotMeterData',
  'greenbutton/TestGBDataHourlyNineDaysBinnedDaily.expected.txt': 'CsvNoTimes',
  'sml/FILES.txt': 'CsvNoTimes',
  'sml/README_upstream.md': 'CsvNoTimes',
  'nl_be_it_homes/oxxio_nl_registers/Oxxio.Verbruik_05-06-2023-22-01-2024.xlsx': 'SpreadsheetNotText',
  // A record of this scenario counts -10 kWh.
  'nem12/mdff_scenarios/NEM13_SEN1312023_AGILITY_NEMMCO.zip': 'NemQuantityNegative',
}

/** The meters of these captures send no time: somebody says when they were read. */
const READ_AT = Date.parse('2023-11-14T22:13:20Z') / 1_000

/** Shapes that a header does not tell: by path. */
const PRESETS: readonly (readonly [RegExp, string])[] = [
  [/dsmr_reader_nl\/elec_feed_/, 'unix-energy'],
  [/p1mon_nl\/elec_feed_/, 'p1mon'],
  [/oxxio_nl_registers\/elec_feed_/, 'oxxio'],
  [/ci_us_ca_13meters\//, 'a-meter-in-each-column'],
  [/us_ca_homes_hourly\/Building_/, 'citylearn'],
  [/de_opsd_household\//, 'opsd'],
]

/** @param solarKw Of a home whose export is derived: the size of its plant. */
export function optionsOf(path: string, solarKw: number): MeterFileOptions {
  const [, preset] = PRESETS.find(([pattern]) => pattern.test(path)) ?? []
  const options = { zone: 'Europe/Amsterdam', at: READ_AT }
  if (preset === undefined || path in REFUSED) return options
  return { ...options, mapping: changed(presetMapping(preset, options.zone), { path, preset, solarKw }) }
}

function changed(
  mapping: CsvMapping,
  { path, preset, solarKw }: { path: string; preset: string; solarKw: number },
): CsvMapping {
  const [first] = mapping.channels
  if (!first) return mapping
  // The last line of each says 0 where nothing was read.
  if (preset === 'oxxio') mapping.text.skipBottom = 1
  if (preset === 'citylearn' && first.minus) first.minus.factor = String(solarKw / 1_000)
  if (path.includes('elec_feed_out')) first.direction = 'export'
  if (preset === 'opsd') {
    const pv = { channel: 'pv', columns: ['DE_KN_residential4_pv'], direction: 'export' as const }
    mapping.channels.push({ ...first, ...pv })
  }
  return mapping
}

/**
 * What the data's index states, rounded as it states it: kWh by direction, over all files whose path begins so; and for
 * homes and buildings, the least and the most.
 */
export const STATED: readonly {
  files: string
  direction: 'import' | 'export'
  kwh: string
  channel?: string
  mega?: true
}[] = [
  { files: 'au_ausgrid', direction: 'import', kwh: '5938' },
  { files: 'au_ausgrid', direction: 'export', kwh: '1296' },
  { files: 'de_opsd', direction: 'import', kwh: '6321' },
  { files: 'de_opsd', direction: 'export', kwh: '9563', channel: 'grid_export' },
  { files: 'de_opsd', direction: 'export', kwh: '12337', channel: 'pv' },
  { files: 'ie_esb_hdf', direction: 'import', kwh: '5646' },
  { files: 'ie_esb_hdf', direction: 'export', kwh: '0' },
  { files: 'nl_be_it_homes/dsmr_reader_nl/elec_feed_in_tariff_1', direction: 'import', kwh: '1828.8' },
  { files: 'nl_be_it_homes/dsmr_reader_nl/elec_feed_in_tariff_2', direction: 'import', kwh: '1914.3' },
  { files: 'nl_be_it_homes/dsmr_reader_nl/elec_feed_out_tariff_1', direction: 'export', kwh: '651.1' },
  { files: 'nl_be_it_homes/dsmr_reader_nl/elec_feed_out_tariff_2', direction: 'export', kwh: '1477.3' },
  { files: 'nl_be_it_homes/p1mon_nl', direction: 'import', kwh: '15546' },
  { files: 'nl_be_it_homes/p1mon_nl', direction: 'export', kwh: '10764' },
  { files: 'nl_be_it_homes/fluvius_be', direction: 'import', kwh: '1462' },
  { files: 'nl_be_it_homes/fluvius_be', direction: 'export', kwh: '125' },
  { files: 'nl_be_it_homes/homewizard_nl', direction: 'import', kwh: '1356' },
  { files: 'nl_be_it_homes/homewizard_nl', direction: 'export', kwh: '861' },
  { files: 'nl_be_it_homes/enphase', direction: 'import', kwh: '5771' },
  { files: 'nl_be_it_homes/enphase', direction: 'export', kwh: '6012' },
  { files: 'nl_be_it_homes/engie_nl', direction: 'import', kwh: '7584' },
  { files: 'nl_be_it_homes/enel_it_15min', direction: 'import', kwh: '269.28' },
  { files: 'ci_steel_kr', direction: 'import', kwh: '959.6', mega: true },
  { files: 'ci_de_15min/LP_G_MH', direction: 'import', kwh: '1000' },
  { files: 'ci_de_15min/LP_G_MV', direction: 'import', kwh: '1000' },
  { files: 'nem12/Example_NEM12_month_solar', direction: 'import', kwh: '270.7' },
  { files: 'nem12/Example_NEM12_month_solar', direction: 'export', kwh: '589.2' },
  { files: 'greenbutton/Inland_Single_Family', direction: 'import', kwh: '8343.306' },
]
