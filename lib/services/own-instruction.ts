/** The viewer's standing instruction for each region it has a meter in, and what was done by it. */
import { asViewer, type Viewer } from '@/lib/db/client'
import { metersOfHolder } from '@/lib/db/read/metering'
import { instructionSteps, standingInstruction } from '@/lib/db/read/standing-instructions'
import type { GivenInstruction, InstructionStep } from '@/lib/domain/surplus/standing-instruction'

export interface OwnInstruction {
  region: number
  /** Null if there is none. */
  given: GivenInstruction | null
  /** Newest first. */
  steps: InstructionStep[]
}

const MOST_STEPS = 20

export async function ownInstructions(viewer: Viewer): Promise<OwnInstruction[]> {
  const meters = await metersOfHolder(viewer)
  const regions = [...new Set(meters.map(({ region }) => region))]
  return asViewer(viewer, async (tx) => {
    const steps = await instructionSteps(tx, MOST_STEPS)
    const all: OwnInstruction[] = []
    for (const region of regions) {
      const given = await standingInstruction(tx, region)
      all.push({ region, given, steps: steps.filter((step) => step.region === region) })
    }
    return all
  })
}
