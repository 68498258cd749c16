import type { LineExplanation } from '@/lib/domain/billing/explain'
import type { LineKind } from '@/lib/domain/billing/lines'
import { micro, type Micro } from '@/lib/domain/units/units'

/** How a bill is read: what was agreed, what is regulated, what the deviation cost, what leaving early cost. */
export const LINE_GROUPS = ['energy', 'regulated', 'deviation', 'ending'] as const
export type LineGroupName = (typeof LINE_GROUPS)[number]

export interface LineGroup<Line> {
  name: LineGroupName
  lines: Line[]
  subtotal: Micro
}

const GROUP: Record<LineKind, LineGroupName> = {
  Energy: 'energy',
  ServiceFee: 'energy',
  Network: 'regulated',
  LineLoss: 'regulated',
  SystemOperation: 'regulated',
  GovernmentFund: 'regulated',
  CrossSubsidy: 'regulated',
  Excess: 'deviation',
  ShortfallPenalty: 'deviation',
  ExitFee: 'ending',
  AnnualExcess: 'deviation',
  AnnualShortfall: 'deviation',
}

/** The lines by group, in the order of the bill; a group without lines is left out. */
export function groupLines<Line extends Pick<LineExplanation, 'kind' | 'amount'>>(
  lines: readonly Line[],
): LineGroup<Line>[] {
  return LINE_GROUPS.map((name) => {
    const own = lines.filter((line) => GROUP[line.kind] === name)
    return { name, lines: own, subtotal: sumOf(own) }
  }).filter((group) => group.lines.length > 0)
}

export function sumOf(lines: readonly { amount: Micro }[]): Micro {
  return micro(lines.reduce<bigint>((sum, { amount }) => sum + amount, 0n))
}
