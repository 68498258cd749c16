// Beside each file of a build that a browser is given as it is, the same one compressed as far as it goes: once, for all visitors.
import { readdirSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress } from 'node:zlib'

const compress = promisify(brotliCompress)
const WORDY = /\.(?:js|css|svg)$/

/** @param {string} build A folder `.next`. */
export async function compressStatic(build) {
  const files = readdirSync(join(build, 'static'), { recursive: true, withFileTypes: true })
  const wordy = files.filter((file) => file.isFile() && WORDY.test(file.name))
  await Promise.all(
    wordy.map(async ({ parentPath, name }) => {
      const file = join(parentPath, name)
      await writeFile(`${file}.br`, await compress(await readFile(file)))
    }),
  )
}
