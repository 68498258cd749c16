/** What is measured: gas of whole transactions; of a batch, the share of one item. */
export const FIGURES = ['sign', 'settle-1', 'settle-100', 'settle-1000', 'switch', 'publish-tariff'] as const

export type Figure = (typeof FIGURES)[number]

export type Measured = Record<Figure, bigint>
