/** A program that asks what a file of very many days would change, for a spec that gives it little memory. */
import { importMeterFile } from '../import-meter-file'
import { blockOf, orderOf } from './metered'

const [start = 0, count = 0, channels = 8, days = 750, minutes = 15] = process.argv.slice(2).map(Number)
const DAY_S = 86_400
const energyWh = Array.from({ length: 1_440 / minutes }, (_, interval) => BigInt(interval % 8))

const decision = await importMeterFile(
  orderOf([], {
    dryRun: true,
    read: async function* () {
      for (let block = 0; block < count; block++) {
        const day = Math.floor(block / channels) % days
        const channel = `E${block % channels}`
        yield blockOf({ channel, start: start - day * DAY_S, seconds: minutes * 60, energyWh })
      }
    },
  }),
)
console.log(JSON.stringify(decision.ok && { status: decision.value.status, daysNew: decision.value.daysNew }))
process.exit(0)
