/** A program beside the market's own: what it was given, how it ends, and the database left in peace. */
import { disconnect } from '@/lib/db/client'
import { Refused } from '@/lib/domain/refused'

/** The input was refused, or something went wrong: nothing was changed. */
export const REFUSED = 2

/** @param main takes the arguments and gives the exit code. */
export async function runCommand(main: (args: string[]) => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main(process.argv.slice(2))
  } catch (error) {
    console.error(error instanceof Refused ? error.message : error)
    process.exitCode = REFUSED
  }
  await disconnect()
}
