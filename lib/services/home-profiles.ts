/** Measured years that stand for somebody's like: for people who have no meter file at hand. Nobody can be told from them. */
import { PROFILE_KEYS, type ProfileKey } from '@/lib/domain/metering/home-profile'
import type { CustomerClass } from '@/lib/domain/offers/offer'
import { wh, type Wh } from '@/lib/domain/units/units'
import { listSeries, readSeries } from '@/lib/formats/measured-years'
import { formatSeries } from '@/lib/formats/series-file'

/** Which measured year each is: prisma/seed-data says where they come from. */
const SERIES: Record<ProfileKey, { series: string; customerClass: CustomerClass }> = {
  'small-home': { series: 'netherlands-home-1', customerClass: 'Household' },
  'day-home': { series: 'california-home-12', customerClass: 'Household' },
  'solar-home': { series: 'california-home-4', customerClass: 'Household' },
  'large-home': { series: 'california-home-10', customerClass: 'Household' },
  'small-business': { series: 'cambridge-b4', customerClass: 'Business' },
  'university-building': { series: 'cambridge-b36', customerClass: 'Business' },
  'round-the-clock': { series: 'cambridge-b2', customerClass: 'Business' },
}

export interface HomeProfile {
  key: ProfileKey
  customerClass: CustomerClass
  yearlyWh: Wh
  exportWh: Wh
}

export async function homeProfiles(): Promise<HomeProfile[]> {
  const sources = await listSeries()
  return PROFILE_KEYS.map((key) => {
    const { series, customerClass } = SERIES[key]
    const source = sources.find((one) => one.key === series)
    if (!source) throw new Error(`no measured year ${series}`)
    return { key, customerClass, yearlyWh: wh(BigInt(source.importWh)), exportWh: wh(BigInt(source.exportWh)) }
  })
}

/** The hours of one, as text: see series-file.ts. Null for a name that is none. */
export async function profileHours(key: string): Promise<string | null> {
  const profile = PROFILE_KEYS.find((one) => one === key)
  const source = profile && (await listSeries()).find((one) => one.key === SERIES[profile].series)
  return source ? formatSeries(await readSeries(source)) : null
}
