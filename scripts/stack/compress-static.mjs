// Beside each file of a build that a browser is given as it is, the same one compressed as far as it goes: once, for all visitors.
// By gzip too, since over plain http a browser does not ask for brotli.
import { readdirSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'

const [brotli, gzipped] = [promisify(brotliCompress), promisify(gzip)]
const WORDY = /\.(?:js|css|svg)$/

/** @param {string} build A folder `.next`. */
export async function compressStatic(build) {
  const files = readdirSync(join(build, 'static'), { recursive: true, withFileTypes: true })
  const wordy = files.filter((file) => file.isFile() && WORDY.test(file.name))
  await Promise.all(
    wordy.map(async ({ parentPath, name }) => {
      const file = join(parentPath, name)
      const content = await readFile(file)
      await writeFile(`${file}.br`, await brotli(content))
      await writeFile(`${file}.gz`, await gzipped(content, { level: 9 }))
    }),
  )
}
