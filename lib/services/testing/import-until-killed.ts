/** A program that imports without an end, for a spec that kills it: stages days and then waits inside the file. */
import { importMeterFile } from '../import-meter-file'
import { blockOf, orderOf } from './metered'

const [id = '', meter = '', start = ''] = process.argv.slice(2)
const DAYS = 3_000
const DAY_S = 86_400
const hours = Array.from({ length: 24 }, () => 1n)

await importMeterFile(
  orderOf([], {
    id,
    read: async function* () {
      for (let day = 0; day < DAYS; day++) yield blockOf({ meter, start: Number(start) - day * DAY_S, energyWh: hours })
      console.log('staged')
      await new Promise(() => setInterval(() => {}, 1_000))
    },
  }),
)
