/** A report for people: what was counted, each channel's totals, and every line with its sentence. */
import { createTranslator } from 'use-intl/core'
import type { ImportLine } from '@/lib/db/stored/import-outcome'
import type { ImportOutcome } from '@/lib/db/write/imports'
import type { ChannelTotal } from '@/lib/domain/metering/channel-totals'
import { formatEnergy } from '@/lib/format/energy'
import messages from '@/messages/en.json'

const translate = createTranslator({ locale: 'en', messages, namespace: 'fileFaults' }) as unknown as {
  (name: string, facts: ImportLine['facts']): string
  has: (name: string) => boolean
}

export function asText(outcome: ImportOutcome, { name, dryRun }: { name: string; dryRun: boolean }): string {
  return [
    ...[...outcome.lines.map(lineText), ...leftOut(outcome)],
    ...[...outcome.totals.map(totalText), ...totalsLeftOut(outcome)],
    summary(outcome, { name, dryRun }),
  ].join('\n')
}

/** What is shown on a terminal comes from the file: nothing in it may move the cursor or change colours. */
function lineText({ kind, line, name, facts }: ImportLine): string {
  const place = line === null || line === 0 ? '' : `line ${line}: `
  const sentence = translate.has(name) ? translate(name, facts) : JSON.stringify(facts)
  return shown(`${place}${kind} ${name}: ${sentence}`)
}

const shown = (text: string) => text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, '?')

/** A channel in one line, such as "SY-000003 E1 import: 2026-11-20 to 2026-11-22, 144 intervals, 54.125 kWh (48 estimated)". */
function totalText({ meter, channel, direction, from, to, intervals, energyWh, ...counts }: ChannelTotal): string {
  const { estimated, substituted, missing } = counts
  const energy = formatEnergy(energyWh, 'en', { unit: 'kWh', exact: true })
  const doubts = Object.entries({ estimated, substituted, missing }).filter(([, count]) => count > 0)
  const doubtful = doubts.length === 0 ? '' : ` (${doubts.map(([name, count]) => `${count} ${name}`).join(', ')})`
  return shown(
    `${meter} ${channel} ${direction}: ${from} to ${to}, ${plural(intervals, 'interval')}, ${energy}${doubtful}`,
  )
}

function totalsLeftOut({ channels, totals }: ImportOutcome): string[] {
  return channels > totals.length ? [`… and ${plural(channels - totals.length, 'channel')} more`] : []
}

/** Energy as a decimal string: not every reader of JSON keeps all digits of a number. */
export function asJson(outcome: ImportOutcome): string {
  return JSON.stringify(outcome, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value), 2)
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
