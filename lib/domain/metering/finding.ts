/** What a check of metering data found. A fault keeps the data out; a remark goes with it, for people to look at. */
import type { FileFault } from './file-fault'

export interface Finding {
  kind: 'fault' | 'remark'
  about: FileFault
}

type Facts = FileFault['facts']

export const fault = (name: string, facts: Facts, line: number | null = null): Finding => ({
  kind: 'fault',
  about: { name, facts, line },
})

export const remark = (name: string, facts: Facts, line: number | null = null): Finding => ({
  kind: 'remark',
  about: { name, facts, line },
})

/** An instant as a fact: to the minute, in UTC, so that it means the same wherever a report is read. */
export function instantText(utcSeconds: number): string {
  return `${new Date(utcSeconds * 1_000).toISOString().slice(0, 16)}Z`
}
