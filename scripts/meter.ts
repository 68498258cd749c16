/**
 * A small meter: see --help and docs/meter.md.
 *
 *   npm run -s meter -- new --key p256 --out key.json
 *   npm run -s meter -- replay FILE --meter NUMBER --key key.json
 *   npm run -s meter -- close FILE --meter NUMBER --key key.json --at DAY
 */
import { enterMarket } from './import/market'
import { runCommand } from './import/run-command'
import { writeNewKey } from './meter/key-file'
import { HELP, optionsOf, type Closing, type Replay } from './meter/options'
import { codeText } from './meter/read-text'
import { closingRead, replay } from './meter/replay'
import { resultText } from './meter/report'

const TAKEN = 0
const NOT_TAKEN = 1

async function main(args: string[]): Promise<number> {
  const asked = optionsOf(args)
  if ('help' in asked) console.log(HELP)
  else if ('newKey' in asked) console.log(writeNewKey(asked.newKey))
  else if ('close' in asked) console.log(await close(asked.close))
  else return run(asked.replay)
  return TAKEN
}

function close(wanted: Closing): Promise<string> {
  enterMarket()
  return closingRead(wanted).then(codeText)
}

async function run(wanted: Replay): Promise<number> {
  enterMarket()
  const headers = { 'content-type': 'application/json' }
  const market = {
    post: (body: string) => fetch(`${wanted.url}/api/v1/reads`, { method: 'POST', headers, body }),
    pause: (milliseconds: number) => new Promise<void>((next) => setTimeout(next, milliseconds)),
  }
  let reads = 0
  for await (const result of replay(wanted, market)) {
    console.log(resultText(result))
    if (result.fate.kind !== 'recorded') return NOT_TAKEN
    reads++
  }
  console.log(
    reads === 0 ? 'No instant after the meter’s last read is covered by the file.' : `${reads} reads recorded.`,
  )
  return TAKEN
}

await runCommand(main)
