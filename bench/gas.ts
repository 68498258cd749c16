// Gas of signing one agreement and of settling one customer-month, as real transactions on a chain of its own, beside the
// floor: bare contracts that do only the unavoidable work (bench/gas/README.md).
import { compile } from './gas/compile'
import { measureFloor } from './gas/floor'
import { measureMarket } from './gas/market'
import { GENESIS } from './gas/month'
import { startNode } from './gas/node'
import { FIGURES, type Measured } from './gas/result'
import type { BenchReport, BenchResult } from './result'

function besides(name: string, value: bigint, against: string, floor: bigint): BenchResult {
  const ratio = Math.round((Number(value) / Number(floor)) * 100) / 100
  return { name, value: Number(value), unit: 'gas', against: `${against} ${floor} gas`, ratio }
}

async function measure(): Promise<{ market: Measured; floor: Measured; theory: Measured }> {
  const artifacts = compile()
  const node = await startNode(GENESIS)
  try {
    const floors = await measureFloor(node, artifacts)
    const market = await measureMarket(node, artifacts)
    return { market, ...floors }
  } finally {
    node.stop()
  }
}

export async function run(): Promise<BenchReport> {
  const { market, floor, theory } = await measure()
  const wrong = FIGURES.find((name) => floor[name] < theory[name])
  if (wrong) throw new Error(`the floor of ${wrong} is ${floor[wrong]} gas, below its theory of ${theory[wrong]}`)
  const results = FIGURES.flatMap((name) => [
    besides(name, market[name], 'bare floor', floor[name]),
    besides(`${name}-floor`, floor[name], 'theory', theory[name]),
  ])
  return { bench: 'gas', results }
}
