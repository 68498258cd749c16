/** What the command line says. */
import { parseArgs } from 'node:util'
import { Refused } from '@/lib/domain/refused'

export interface ImportOptions {
  file: string
  meter: string | undefined
  mapping: string | undefined
  operator: string | undefined
  /** UTC seconds. */
  at: number | undefined
  dryRun: boolean
  json: boolean
}

export const HELP = `Imports a meter file into the market that runs here, whole or not at all.

  npm run -s import -- FILE [options]

  FILE                   NEM12, NEM13, Green Button, DSMR P1, SML or CSV, also in a ZIP
  --meter NUMBER         the one meter it is about, if it names none or another
  --mapping NAME|FILE    how to read a CSV: a saved mapping, a known shape, or a mapping as JSON
  --at TIME              when telegrams that carry no time were read, such as 2026-01-31T00:00Z
  --as ADDRESS           the operator (not needed where there is only one)
  --dry-run              only say what would change
  --json                 the report as JSON

  0: imported, 2: refused; then nothing was changed.
  The market is the one in .data, or the one that DATABASE_URL names.`

type Parsed = { help: true } | { run: ImportOptions }

export function optionsOf(args: string[]): Parsed {
  const { values, positionals } = parsed(args)
  if (values.help) return { help: true }
  const [file, second] = positionals
  if (file === undefined) throw wrong('no file is given')
  if (second !== undefined) throw wrong(`"${second}" is a second file: import one after the other`)
  if (values.as !== undefined && !/^0x[0-9a-fA-F]{40}$/.test(values.as))
    throw wrong('--as is an address: 0x and 40 digits')
  return {
    run: {
      file,
      meter: values.meter,
      mapping: values.mapping,
      operator: values.as?.toLowerCase(),
      at: instant(values.at),
      dryRun: values['dry-run'] ?? false,
      json: values.json ?? false,
    },
  }
}

function parsed(args: string[]) {
  const [text, flag] = [{ type: 'string' }, { type: 'boolean' }] as const
  const options = { meter: text, mapping: text, as: text, at: text, 'dry-run': flag, json: flag, help: flag }
  try {
    return parseArgs({ args, allowPositionals: true, options })
  } catch (error) {
    throw wrong(error instanceof Error ? error.message : String(error))
  }
}

function instant(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const time = Date.parse(text)
  if (!/(Z|[+-]\d\d:\d\d)$/.test(text) || Number.isNaN(time)) throw wrong('--at is a time with its offset from UTC')
  return Math.floor(time / 1_000)
}

function wrong(what: string): Refused {
  return new Refused('OptionInvalid', { what, todo: 'All options: npm run -s import -- --help' })
}
