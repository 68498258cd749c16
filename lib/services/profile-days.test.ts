import { describe, expect, it } from 'vitest'
import { PROFILE_KEYS } from '@/lib/domain/metering/home-profile'
import { wh } from '@/lib/domain/units/units'
import { homeProfiles, profileHours } from './home-profiles'
import { profileDays } from './profile-days'

const span = { from: '2025-11-01', to: '2026-11-01' }
const sum = (energies: readonly bigint[]) => energies.reduce((total, energy) => total + energy, 0n)

describe('profiles', () => {
  it('are measured years of homes and businesses: what the published file adds up to', async () => {
    const profiles = await homeProfiles()
    expect(profiles.map(({ key }) => key)).toEqual(PROFILE_KEYS)
    for (const { key, yearlyWh } of profiles) {
      const lines = (await profileHours(key))?.split('\n') ?? []
      const imports = lines.filter((line) => line.includes(',import,'))
      expect(imports.length, key).toBeGreaterThanOrEqual(365)
      const total = imports.flatMap((line) => line.split(',').slice(2)).reduce((all, cell) => all + Number(cell), 0)
      expect(String(total), key).toBe(String(yearlyWh))
    }
    expect(await profileHours('palace')).toBeNull()
  })

  it('come to what somebody says they use a year, to the watt-hour, on every day of the year', async () => {
    const hours = (await profileHours('solar-home')) ?? ''
    for (const yearlyWh of [wh(1n), wh(4_321_987n), wh(99_000_000n)]) {
      const days = profileDays({ hours, yearlyWh, span, timeZone: 'Asia/Shanghai' })
      expect(days).toHaveLength(365)
      expect(sum(days.flatMap(({ importWh }) => importWh))).toBe(yearlyWh)
    }
  })

  it('keep weekdays: the day is a multiple of 52 weeks after the measured one, hour for hour', async () => {
    const hours = (await profileHours('university-building')) ?? ''
    const yearlyWh = wh(2n * 1_150_591_500n)
    const [first] = profileDays({
      hours,
      yearlyWh,
      span: { from: '2026-03-02', to: '2026-03-03' },
      timeZone: 'Asia/Shanghai',
    })
    // Monday, 2 March 2026 is 208 weeks after Monday, 7 March 2022.
    const measured =
      hours
        .split('\n')
        .find((line) => line.startsWith('2022-03-07,import'))
        ?.split(',')
        .slice(2) ?? []
    const total = measured.reduce((all, cell) => all + Number(cell), 0)
    const noon = Number(first?.importWh[12] ?? 0n) / Number(yearlyWh)
    expect(noon).toBeCloseTo(Number(measured[12]) / total, 6)
  })

  it('have 23 and 25 hours where the market changes its clocks', async () => {
    const hours = (await profileHours('small-home')) ?? ''
    const of = (from: string, to: string) =>
      profileDays({ hours, yearlyWh: wh(1_000n), span: { from, to }, timeZone: 'Europe/London' })[0]?.importWh.length
    expect([of('2026-03-29', '2026-03-30'), of('2026-10-25', '2026-10-26')]).toEqual([23, 25])
  })
})
