export type Measure = 'energy' | 'money'

/** One value per month in the smallest unit (Wh, Micro); null where there is none yet. */
export type MonthValues = (bigint | null)[]

export interface MonthSeries {
  key: string
  label: string
  values: MonthValues
}

export interface MonthBand {
  label: string
  low: MonthValues
  high: MonthValues
  /** What a bar outside the band is called in the legend. */
  outsideLabel: string
}

export interface MonthBarsProps {
  /** Says what the chart shows, for the eye and the ear. */
  title: string
  measure: Measure
  /** One short label per month, oldest first. */
  months: string[]
  /** Bars: beside each other, or on top of each other when stacked. */
  bars: MonthSeries[]
  stacked?: boolean
  /** A line across each month, such as the contracted energy. */
  mark?: MonthSeries
  /** A range behind each month. With one series of bars, those outside it change colour. */
  band?: MonthBand
}
