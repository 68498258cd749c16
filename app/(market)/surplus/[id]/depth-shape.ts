/** A book as a picture: steps, ticks and marks, in per cent of the plot. To pixels only: energies become floating-point numbers here. */
import { axisTicks } from '@/components/charts/axis-ticks'
import type { DepthPoint } from '@/lib/domain/surplus/book-depth'
import { tick, type Tick } from '@/lib/domain/surplus/tick'
import type { Wh } from '@/lib/domain/units/units'

export interface DepthShape {
  /** Where each label of the axes stands. */
  prices: { at: number; price: Tick }[]
  energies: { at: number; energy: number }[]
  /** SVG paths in a square of 100; zero energy is at 100. */
  demand: string
  supply: string
  /** Where the session is cleared or would be now. */
  mark: { x: number; y: number } | null
}

export interface DepthInput {
  /** At least one, in the order of their prices. */
  depth: readonly DepthPoint[]
  met: { price: Tick; volume: Wh } | null
  whPerUnit: number
}

/** Room on either side of the prices that were named, as a part of their span. */
const MARGIN = 0.08
const MOST_LABELS = 4
const ROUND = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000]

export function depthShape({ depth, met, whPerUnit }: DepthInput): DepthShape {
  const [lowest, highest] = [Number(depth[0]!.price), Number(depth.at(-1)!.price)]
  const margin = Math.max(1, Math.ceil((highest - lowest) * MARGIN))
  const [from, to] = [Math.max(0, lowest - margin), highest + margin]
  const units = (energy: bigint) => Number(energy) / whPerUnit
  const energies = axisTicks(Math.max(...depth.flatMap(({ demand, supply }) => [units(demand), units(supply)])))
  const top = energies.at(-1) ?? 1
  const x = (price: number) => round(((price - from) / (to - from)) * 100)
  const y = (energy: bigint) => round(100 - (units(energy) / top) * 100)
  return {
    prices: roundPrices(from, to).map((price) => ({ at: x(price), price: tick(BigInt(price)) })),
    energies: energies.map((energy) => ({ at: round(100 - (energy / top) * 100), energy })),
    demand: stepsOf(depth, { place: x, height: ({ demand }) => y(demand), rises: false }),
    supply: stepsOf(depth, { place: x, height: ({ supply }) => y(supply), rises: true }),
    mark: met && { x: Math.min(100, Math.max(0, x(Number(met.price)))), y: y(met.volume) },
  }
}

interface Steps {
  place: (price: number) => number
  height: (point: DepthPoint) => number
  /** Supply jumps up at a price that is named; demand falls just above it. */
  rises: boolean
}

function stepsOf(depth: readonly DepthPoint[], { place, height, rises }: Steps): string {
  const parts = depth.flatMap((point) => {
    const [across, down] = [`H${place(Number(point.price))}`, `V${height(point)}`]
    return rises ? [across, down] : [down, across]
  })
  const start = rises ? 'M0 100' : `M0 ${height(depth[0]!)}`
  return [start, ...parts, ...(rises ? ['H100'] : ['V100', 'H100'])].join('')
}

/** A few round prices within a span. */
function roundPrices(from: number, to: number): number[] {
  const step = ROUND.find((one) => (to - from) / one <= MOST_LABELS) ?? (to - from) / MOST_LABELS
  const first = Math.ceil(from / step)
  const count = Math.floor(to / step) - first + 1
  return Array.from({ length: count }, (_, index) => Math.round((first + index) * step))
}

const round = (value: number) => Math.round(value * 100) / 100
