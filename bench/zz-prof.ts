import { historyOfRun } from '@/lib/domain/offers/compare/use-history'
import { compareOffers } from '@/lib/domain/offers/compare/compare'
import { wh, watt } from '@/lib/domain/units/units'
import { homeMarket, homeRun, offers as offersOf } from './compare/market'
const run = homeRun(), market = homeMarket(run), offers = offersOf(1000)
const input = { market, point: { customerClass: 'Household', region: 1, voltageClass: 0, capacity: watt(12_000n) } as const, now: 1_780_000_000, contracted: Array.from({ length: 12 }, () => wh(500_000n)) }
const cpu = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000 }
for (const more of [{}, { scenarios: { count: 0, seed: 0n } }]) {
  const times = []
  for (let i = 0; i < 60; i++) { const t = cpu(); compareOffers(offers, { ...input, ...more, use: historyOfRun(run, market) }); times.push(cpu() - t) }
  console.log(times.slice(-30).sort((a, b) => a - b).map(x => x.toFixed(1)).filter((_, i) => i % 6 === 0).join(' '))
}
