import type { FileFault } from '@/lib/domain/metering/file-fault'
import type { Remark } from './meter-file'

/** Thrown between the parts of a reader, which yields it as a fault of the file: it never leaves a reader. */
export class Faulty extends Error {
  readonly about: FileFault

  constructor(
    override readonly name: string,
    facts: FileFault['facts'],
    line: number | null,
  ) {
    super(name)
    this.about = { name, facts, line }
  }
}

/** What was thrown, if it is about the file; anything else is a mistake of ours and is thrown on. */
export function faultOf(thrown: unknown): Remark {
  if (thrown instanceof Faulty) return { kind: 'fault', about: thrown.about }
  throw thrown
}

/** A piece of a file as a message may show it: short. */
export function shown(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
