import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { contractTrial } from './contract-trial'
import { libraryTrial } from './library-trial'
import type { Trial } from './trial'

const LIBRARIES = 'src/libraries'
const BILLS = 'test/libraries/BillLib.*'

/** What proves a library besides the tests that have its name. */
const ALSO: Record<string, string> = {
  AnnualLib: BILLS,
  DeviationLib: BILLS,
  LineLib: BILLS,
  OrderLib: 'test/libraries/ClearingLib.*',
  RateLib: BILLS,
}

export interface Target {
  path: string
  /** Patterns of test files, tried one after the other on what is still alive. */
  tests: readonly string[]
  trial: Trial
}

function libraries(): readonly Target[] {
  return readdirSync(join(import.meta.dirname, '../../contracts', LIBRARIES)).map((file) => {
    const name = basename(file, '.sol')
    const tests = [`test/libraries/${name}.*`, ALSO[name] ?? []].flat()
    return { path: `${LIBRARIES}/${file}`, tests, trial: libraryTrial }
  })
}

/** The contracts' own tests, then those of their neighbours. */
const CONTRACTS: readonly Target[] = [
  {
    path: 'src/Escrow.sol',
    tests: ['test/{Escrow,Reentrancy}*', 'test/{Settlement,AgreementBook,PurchaseBook,Revisions}*'],
    trial: contractTrial,
  },
  ...['src/Settlement.sol', 'src/SettlementRun.sol'].map((path) => ({
    path,
    tests: ['test/Settlement*', 'test/{Reentrancy,CircuitBreaker,Revisions,MeterRegistry,AgreementBook}*'],
    trial: contractTrial,
  })),
]

export const targets = (): readonly Target[] => [...libraries(), ...CONTRACTS]
