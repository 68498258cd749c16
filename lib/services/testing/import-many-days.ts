/** A program that asks what a file of very many days would change, for a spec that gives it little memory. */
import { importMeterFile } from '../import-meter-file'
import { blockOf, orderOf } from './metered'

const [start = '', count = ''] = process.argv.slice(2)
const CHANNELS = 8
const DAYS = 750
const DAY_S = 86_400
const energyWh = Array.from({ length: 96 }, (_, quarter) => BigInt(quarter))

const decision = await importMeterFile(
  orderOf([], {
    dryRun: true,
    read: async function* () {
      for (let block = 0; block < Number(count); block++) {
        const day = Math.floor(block / CHANNELS) % DAYS
        yield blockOf({ channel: `E${block % CHANNELS}`, start: Number(start) - day * DAY_S, seconds: 900, energyWh })
      }
    },
  }),
)
console.log(JSON.stringify(decision.ok && { status: decision.value.status, daysNew: decision.value.daysNew }))
process.exit(0)
