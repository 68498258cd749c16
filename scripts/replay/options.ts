/** What the command line says. */
import { parseArgs } from 'node:util'
import { Refused } from '@/lib/domain/refused'
import { DATE_ORDERS, type DateOrder } from '@/lib/formats/time-stamp'

export interface ReplayOptions {
  offer: string
  usage: string
  contracted: string | null
  tariff: string | null
  json: boolean
  chain: boolean
  from: string | null
  to: string | null
  timeZone: string | null
  dateOrder: DateOrder
  decimalComma: boolean
  /** Seconds. */
  interval: number | null
  columns: Record<string, string>
}

export const HELP = `Prices an interval file under an offer, month by month, every line.

  npm run -s replay -- --offer offer.json --usage usage.csv [options]

  --contracted FILE      contracted energy, for an offer with market rules
  --tariff FILE          published components and reference prices, for an offer with market rules
  --from YYYY-MM, --to YYYY-MM   only these months of the plan's time zone
  --zone ZONE            time zone of times without an offset in the usage file (the plan's if left out)
  --column KEY=HEADER    what a column is called: start, end, import_kwh, import_wh, import_kw, import_w, export_…
  --dates ymd|dmy|mdy    how dates are written (ymd)
  --decimal-comma        0,5 is a half
  --interval MINUTES     length of an interval (found from the times)
  --json                 the result as JSON, money in millionths
  --chain                price every month by the deployed contracts, too, and compare
  --schema [NAME]        JSON Schema of the documents: offer, tariff, contracted

  0: priced (and equal on chain), 1: a unit differs on chain, 2: input refused.
  How it works, with an example: docs/replay.md`

type Parsed = { schema: string | true } | { help: true } | { run: ReplayOptions }

export function optionsOf(args: string[]): Parsed {
  const { values, positionals } = parsed(args)
  if (values.help) return { help: true }
  if (values.schema) return { schema: positionals[0] ?? true }
  if (positionals.length > 0) throw wrong(`"${positionals[0]}" is no option`)
  if (!values.offer || !values.usage) throw wrong('--offer and --usage are needed')
  return {
    run: {
      offer: values.offer,
      usage: values.usage,
      contracted: values.contracted ?? null,
      tariff: values.tariff ?? null,
      json: values.json ?? false,
      chain: values.chain ?? false,
      from: month(values.from),
      to: month(values.to),
      timeZone: zone(values.zone),
      dateOrder: dateOrder(values.dates ?? 'ymd'),
      decimalComma: values['decimal-comma'] ?? false,
      interval: interval(values.interval),
      columns: columns(values.column ?? []),
    },
  }
}

function parsed(args: string[]) {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean' } as const
  const files = { offer: text, usage: text, contracted: text, tariff: text }
  const format = {
    zone: text,
    column: { type: 'string', multiple: true } as const,
    dates: text,
    'decimal-comma': flag,
    interval: text,
  }
  const rest = { from: text, to: text, json: flag, chain: flag, schema: flag, help: flag }
  try {
    return parseArgs({ args, allowPositionals: true, options: { ...files, ...format, ...rest } } as const)
  } catch (error) {
    throw wrong(error instanceof Error ? error.message : String(error))
  }
}

function wrong(what: string): Refused {
  return new Refused('OptionInvalid', { what, todo: 'All options: npm run -s replay -- --help' })
}

function month(text: string | undefined): string | null {
  if (text === undefined) return null
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) throw wrong(`${JSON.stringify(text)} is not a month such as 2026-01`)
  return text
}

function zone(text: string | undefined): string | null {
  if (text === undefined) return null
  try {
    new Intl.DateTimeFormat('en', { timeZone: text })
    return text
  } catch {
    throw wrong(`${JSON.stringify(text)} is not a time zone such as Europe/London`)
  }
}

function dateOrder(text: string): DateOrder {
  const found = DATE_ORDERS.find((order) => order === text)
  if (!found) throw wrong(`--dates is ${DATE_ORDERS.join(', ')}`)
  return found
}

function interval(text: string | undefined): number | null {
  if (text === undefined) return null
  if (!/^\d{1,2}$/.test(text)) throw wrong('--interval is a number of minutes')
  return Number(text) * 60
}

function columns(pairs: string[]): Record<string, string> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=')
      if (at < 1) throw wrong(`--column ${JSON.stringify(pair)} is not KEY=HEADER`)
      return [pair.slice(0, at), pair.slice(at + 1)]
    }),
  )
}
