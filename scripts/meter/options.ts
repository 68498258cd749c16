/** What the command line says. */
import { parseArgs } from 'node:util'
import type { MeterKeyKind } from '@/lib/chain/meter-keys'
import { Refused } from '@/lib/domain/refused'

export interface NewKey {
  kind: MeterKeyKind
  out: string
}

export interface Replay {
  file: string
  /** Its number, or its id on the chain. */
  meter: string
  key: string
  url: string
  /** Local days of the replay, [from, to). */
  from: string | null
  to: string | null
  /** The local day on which the file's first interval is replayed; null: when it was measured. */
  start: string | null
  /** Which meter of the file, if it has several. */
  source: string | null
  mapping: string | null
  /** A read at every local midnight, not only where a settlement period ends. */
  daily: boolean
}

/** The last read of a meter that is taken down. */
export interface Closing extends Replay {
  /** It is read when this local day begins. */
  at: string
}

export const HELP = `A small meter: it counts a real file's energy on its dials, signs its reads and hands them in.

  npm run -s meter -- new --key p256|secp256k1 --out key.json
      Makes a key. Register the meter with the public key that is printed; the file is the meter's own and stays secret.

  npm run -s meter -- replay FILE --meter NUMBER|ID --key key.json [options]
      Reads a meter file of any format that imports take, from the meter's last recorded read on, and hands in a signed
      read at the end of every settlement period that the file covers. Handing the same read in twice changes nothing.

  close FILE --meter NUMBER|ID --key key.json --at DAY [options]
      Signs the closing read of a meter that is taken down when DAY begins, over the days since its last billing read, and
      prints it as the page for an exchange takes it. Nothing is handed in.

  --url URL          where the market is (http://localhost:3000)
  --from DAY         only from this local day on, YYYY-MM-DD
  --to DAY           up to the day before this one
  --start DAY        the file's first interval is replayed at the start of this local day (when it was measured)
  --source NAME      which meter of the file, if it has several
  --mapping FILE     how to read a delimited file whose header is not known
  --daily            a read at every midnight

  0: every read was taken, 1: a read was refused or is not recorded yet, 2: input refused.
  It reads the market's own database for the meter's number, dial and last read. How it works: docs/meter.md`

export type Asked = { help: true } | { newKey: NewKey } | { replay: Replay } | { close: Closing }

const KINDS: Record<string, MeterKeyKind> = { p256: 'P-256', secp256k1: 'secp256k1' }

export function optionsOf(args: string[]): Asked {
  const { values, positionals } = parsed(args)
  const [verb, file, ...others] = positionals
  if (values.help || verb === undefined) return { help: true }
  if (others.length > 0) throw wrong(`"${others[0]}" is no option`)
  if (verb === 'new') return { newKey: newKeyOf(values) }
  if (verb !== 'replay' && verb !== 'close') throw wrong(`"${verb}" is neither new, replay nor close`)
  const at = dayOf('at', values.at)
  if ((verb === 'close') !== (at !== null)) throw wrong('--at goes with close, and close needs it')
  const replay = replayOf(file, values)
  return at === null ? { replay } : { close: { ...replay, at } }
}

function replayOf(file: string | undefined, values: ReturnType<typeof parsed>['values']): Replay {
  if (!file || !values.meter || !values.key) throw wrong('a file, --meter and --key are needed')
  return {
    file,
    meter: values.meter,
    key: values.key,
    url: urlOf(values.url ?? 'http://localhost:3000'),
    from: dayOf('from', values.from),
    to: dayOf('to', values.to),
    start: dayOf('start', values.start),
    source: values.source ?? null,
    mapping: values.mapping ?? null,
    daily: values.daily ?? false,
  }
}

function newKeyOf({ key, out }: { key?: string; out?: string }): NewKey {
  const kind = KINDS[key ?? '']
  if (!kind || !out) throw wrong('--key p256 or --key secp256k1, and --out FILE are needed')
  return { kind, out }
}

function parsed(args: string[]) {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean' } as const
  const days = { from: text, to: text, start: text, at: text }
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        ...days,
        meter: text,
        key: text,
        out: text,
        url: text,
        source: text,
        mapping: text,
        daily: flag,
        help: flag,
      },
    })
  } catch (error) {
    throw wrong(error instanceof Error ? error.message : String(error))
  }
}

function dayOf(name: string, given: string | undefined): string | null {
  if (given === undefined) return null
  const at = /^\d{4}-\d{2}-\d{2}$/.test(given) ? Date.parse(`${given}T00:00:00Z`) : Number.NaN
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== given)
    throw wrong(`--${name} is no day: ${given}`)
  return given
}

function urlOf(given: string): string {
  if (URL.canParse(given) && /^https?:$/.test(new URL(given).protocol)) return given.replace(/\/+$/, '')
  throw wrong(`--url is no address: ${given}`)
}

const wrong = (what: string) => new Refused('OptionsWrong', { what, todo: 'See --help.' })
