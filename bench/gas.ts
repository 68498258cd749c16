// Gas of signing one agreement and of settling one customer-month, as real transactions on a chain of its own, beside the
// floor: bare contracts that do only the unavoidable work (bench/gas/README.md).
import { compile } from './gas/compile'
import { measureFloor } from './gas/floor'
import { measureMarket } from './gas/market'
import { GENESIS } from './gas/month'
import { startNode } from './gas/node'
import type { Measured } from './gas/result'
import type { BenchReport, BenchResult } from './result'

const FIGURES = { sign: 'sign', 'settle-1': 'settleOne', 'settle-100': 'settleBatch' } as const

function besides(name: string, value: bigint, floor: bigint): BenchResult {
  const ratio = Math.round((Number(value) / Number(floor)) * 100) / 100
  return { name, value: Number(value), unit: 'gas', against: `bare floor ${floor} gas`, ratio }
}

async function measure(): Promise<{ market: Measured; floor: Measured }> {
  const artifacts = compile()
  const node = await startNode(GENESIS)
  try {
    const floor = await measureFloor(node, artifacts)
    const market = await measureMarket(node, artifacts)
    return { market, floor }
  } finally {
    node.stop()
  }
}

export async function run(): Promise<BenchReport> {
  const { market, floor } = await measure()
  const results = Object.entries(FIGURES).map(([name, figure]) => besides(name, market[figure], floor[figure]))
  return { bench: 'gas', results }
}
