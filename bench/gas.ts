// Gas of signing one agreement and of settling one customer-month, as real transactions on a chain of its own, beside the
// floor: bare contracts that do only the unavoidable work (bench/gas/README.md).
import { compile } from './compile'
import { measureFloor } from './gas/floor'
import { measureMarket } from './gas/market'
import { GENESIS } from './gas/month'
import { startNode } from './gas/node'
import { FIGURES, type Measured } from './gas/result'
import type { BenchReport, BenchResult } from './result'

const SOURCES = [
  'contracts/src/AgreementBook.sol',
  'contracts/src/CircuitBreaker.sol',
  'contracts/src/EnergyCredits.sol',
  'contracts/src/Escrow.sol',
  'contracts/src/MemberRegistry.sol',
  'contracts/src/MeterRegistry.sol',
  'contracts/src/OfferBook.sol',
  'contracts/src/Revisions.sol',
  'contracts/src/Settlement.sol',
  'contracts/src/SettlementToken.sol',
  'contracts/src/SurplusBook.sol',
  'contracts/src/TariffBook.sol',
  'contracts/src/formulas/FlatFormula.sol',
  '@openzeppelin/contracts/access/manager/AccessManager.sol',
  'bench/gas/FloorSettlement.sol',
  'bench/gas/FloorSigning.sol',
  'bench/gas/FloorSwitching.sol',
  'bench/gas/FloorTariffs.sol',
]

function besides(name: string, value: bigint, against: string, floor: bigint): BenchResult {
  const ratio = Math.round((Number(value) / Number(floor)) * 100) / 100
  return { name, value: Number(value), unit: 'gas', against: `${against} ${floor} gas`, ratio }
}

async function measure(): Promise<{ market: Measured; floor: Measured; theory: Measured }> {
  const artifacts = compile(SOURCES)
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
