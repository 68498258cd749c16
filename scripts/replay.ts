/**
 * Prices an interval file under an offer: see docs/replay.md.
 *
 *   npm run -s replay -- --offer offer.json --usage usage.csv [--chain]
 */
import { z } from 'zod'
import { replay } from '@/lib/domain/billing/replay'
import { Refused } from '@/lib/domain/refused'
import { contractedSchema, offerSchema, tariffSchema } from '@/lib/formats/plan-schema'
import { load, type Loaded } from './replay/load'
import { HELP, optionsOf, type ReplayOptions } from './replay/options'
import { asJson, asText, differences, type Result } from './replay/report'

const EQUAL = 0
const DIFFERENT = 1
const REFUSED = 2

const SCHEMAS = { offer: offerSchema, tariff: tariffSchema, contracted: contractedSchema }

async function main(args: string[]): Promise<number> {
  const asked = optionsOf(args)
  if ('help' in asked) console.log(HELP)
  else if ('schema' in asked) console.log(schemaText(asked.schema))
  else return run(asked.run)
  return EQUAL
}

async function run(options: ReplayOptions): Promise<number> {
  const loaded = await load(options)
  const result = priced(loaded, options.usage)
  if (options.chain) result.chain = await onChain(result)
  console.log(options.json ? asJson(result) : asText(result))
  return result.chain && differences(result.chain).length > 0 ? DIFFERENT : EQUAL
}

/** Loaded only when asked for: most of the start of the command would be the chain's. */
async function onChain({ plan, bills }: Result): Promise<Result['chain']> {
  const { openChain } = await import('./replay/open-chain')
  const { compareOnChain } = await import('./replay/compare')
  const chain = await openChain(process.env)
  try {
    return { place: chain.place, ...(await compareOnChain(chain, plan, bills)) }
  } finally {
    await chain.close()
  }
}

function priced({ plan, usage, published }: Loaded, file: string): Result {
  const { run, carried, lines } = usage
  try {
    return { plan, run, carried, bills: replay(plan, run, published), chain: null }
  } catch (error) {
    if (!(error instanceof Refused) || error.because.at === undefined) throw error
    // The domain knows the instant; the file knows the line it stands on.
    const row = Math.max(0, Math.floor((error.because.at - run.start) / run.seconds))
    throw new Refused(error.name, { ...error.because, file, line: lines[row] ?? 0 })
  }
}

function schemaText(asked: string | true): string {
  const schemas = Object.entries(SCHEMAS).map(
    ([name, schema]) => [name, z.toJSONSchema(schema, { io: 'input' })] as const,
  )
  if (asked === true) return JSON.stringify(Object.fromEntries(schemas), null, 2)
  const found = schemas.find(([name]) => name === asked)
  const todo = `Ask for ${Object.keys(SCHEMAS).join(', ')}, or for all with --schema alone.`
  if (!found) throw new Refused('SchemaUnknown', { what: `there is no document "${asked}"`, todo })
  return JSON.stringify(found[1], null, 2)
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    console.error(error instanceof Refused ? error.message : error)
    process.exitCode = REFUSED
  },
)
