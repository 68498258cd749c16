/** One figure, and what was measured beside it in the same run. */
export interface BenchResult {
  name: string
  value: number
  unit: string
  against: string
  /** value ÷ what it is measured against. */
  ratio: number
}

export interface BenchReport {
  bench: string
  results: BenchResult[]
}
