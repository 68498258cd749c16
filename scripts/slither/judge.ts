/** Which of Slither's findings nobody has explained, and which explanations explain nothing. */
interface Place {
  name: string
  type_specific_fields?: { parent?: Place }
}

export interface Finding {
  check: string
  impact: string
  description: string
  elements: readonly Place[]
}

export interface Triaged {
  check: string
  /** Contract and function, or state variable: lines move. */
  where: string
  why: string
}

/** A local variable is found where its function is. */
function whereOf({ elements: [first] }: Finding): string {
  const parent = first?.type_specific_fields?.parent
  const contract = parent?.type_specific_fields?.parent
  return contract ? `${contract.name}.${parent.name}` : `${parent?.name}.${first?.name}`
}

export function judge(
  found: readonly Finding[],
  triaged: readonly Triaged[],
): { open: readonly Finding[]; stale: readonly Triaged[] } {
  const explains = ({ check, where }: Triaged, finding: Finding) =>
    check === finding.check && where === whereOf(finding)
  return {
    open: found.filter((finding) => !triaged.some((entry) => explains(entry, finding))),
    stale: triaged.filter((entry) => !found.some((finding) => explains(entry, finding))),
  }
}
