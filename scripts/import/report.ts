/** A report for people: what was counted, and every line with its sentence. */
import { createTranslator } from 'use-intl/core'
import type { ImportLine } from '@/lib/db/stored/import-outcome'
import type { ImportOutcome } from '@/lib/db/write/imports'
import messages from '@/messages/en.json'

const translate = createTranslator({ locale: 'en', messages, namespace: 'fileFaults' }) as unknown as {
  (name: string, facts: ImportLine['facts']): string
  has: (name: string) => boolean
}

export function asText(outcome: ImportOutcome, { name, dryRun }: { name: string; dryRun: boolean }): string {
  return [...outcome.lines.map(lineText), ...leftOut(outcome), summary(outcome, { name, dryRun })].join('\n')
}

/** What is shown on a terminal comes from the file: nothing in it may move the cursor or change colours. */
function lineText({ kind, line, name, facts }: ImportLine): string {
  const place = line === null || line === 0 ? '' : `line ${line}: `
  const sentence = translate.has(name) ? translate(name, facts) : JSON.stringify(facts)
  return `${place}${kind} ${name}: ${sentence}`.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, '?')
}

function leftOut({ lines, faults, remarks }: ImportOutcome): string[] {
  const more = faults + remarks - lines.length
  return more > 0 ? [`… and ${more} more`] : []
}

function summary(outcome: ImportOutcome, { name, dryRun }: { name: string; dryRun: boolean }): string {
  const { status, faults, meters, daysNew, daysChanged, daysUnchanged, readings, from, to } = outcome
  if (status !== 'done') return `${name}: refused, ${plural(faults, 'fault')}. Nothing was changed.`
  const span = from === null ? '' : ` from ${from} to ${to}`
  const days = `${plural(daysNew, 'day')} new, ${daysChanged} changed, ${daysUnchanged} as they were${span}`
  const what = `${plural(meters, 'meter')}, ${days}; ${plural(readings, 'register reading')}`
  return dryRun ? `${name}: would import ${what}. Nothing was changed.` : `${name}: imported ${what}.`
}

const plural = (count: number, noun: string) => `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`
