/**
 * Imports a meter file into the market that runs here: see --help.
 *
 *   npm run -s import -- FILE [--meter NUMBER] [--mapping NAME|FILE] [--as ADDRESS] [--dry-run] [--json]
 */
import { randomUUID } from 'node:crypto'
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { operatorsOfMeters } from '@/lib/db/read/operators'
import { Refused } from '@/lib/domain/refused'
import { csvMappingSchema, type CsvMapping } from '@/lib/formats/csv/mapping'
import { takeMeterFile } from '@/lib/services/take-meter-file'
import { enterMarket } from './import/market'
import { HELP, optionsOf, type ImportOptions } from './import/options'
import { asJson, asText } from './import/report'
import { REFUSED, runCommand } from './import/run-command'

const IMPORTED = 0
const MOST_MAPPING_BYTES = 1_000_000

async function main(args: string[]): Promise<number> {
  const asked = optionsOf(args)
  if ('help' in asked) {
    console.log(HELP)
    return IMPORTED
  }
  return run(asked.run)
}

async function run({ file, meter, mapping, operator, at, dryRun, json }: ImportOptions): Promise<number> {
  requireFile(file)
  enterMarket()
  const name = basename(file)
  const decision = await takeMeterFile({
    id: randomUUID(),
    operator: operator ?? (await onlyOperator()),
    name,
    bytes: createReadStream(file),
    meter,
    at,
    mapping: mappingOf(mapping),
    dryRun,
    onProgress: ({ bytes, stagedDays }) => process.stderr.write(`${progressText(bytes, stagedDays)}`),
  })
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
  if (!decision.ok) {
    const { name: refusal, facts } = decision.refusal
    throw new Refused(refusal, { what: `the import was not begun ${JSON.stringify(facts)}`, todo: 'See --help.', file })
  }
  console.log(json ? asJson(decision.value) : asText(decision.value, { name, dryRun }))
  return decision.value.status === 'done' ? IMPORTED : REFUSED
}

function progressText(bytes: number, days: number): string {
  const text = `${(bytes / 1_000_000).toFixed(1)} MB, ${days.toLocaleString('en')} channel-days`
  return process.stderr.isTTY ? `\r${text}\u001b[K` : `${text}\n`
}

function requireFile(file: string): void {
  if (existsSync(file) && statSync(file).isFile()) return
  throw new Refused('FileMissing', { what: 'there is no such file', todo: 'Check the path.', file })
}

/** A file that is there, or the name of a mapping. */
function mappingOf(given: string | undefined): string | CsvMapping | undefined {
  if (given === undefined || !existsSync(given)) return given
  const wrong = (what: string) =>
    new Refused('MappingInvalid', { what, todo: 'docs/csv-mapping.md explains each word.', file: given })
  if (statSync(given).size > MOST_MAPPING_BYTES) throw wrong('it is too large for a mapping')
  try {
    return csvMappingSchema.parse(JSON.parse(readFileSync(given, 'utf8')))
  } catch (error) {
    throw wrong(error instanceof Error ? error.message : String(error))
  }
}

async function onlyOperator(): Promise<string> {
  const [only, other] = await operatorsOfMeters()
  const todo = 'Say which one with --as ADDRESS.'
  if (only === undefined) throw new Refused('NotOperator', { what: 'nobody operates a meter yet', todo })
  if (other !== undefined) throw new Refused('NotOperator', { what: 'more than one operator has meters here', todo })
  return only
}

await runCommand(main)
