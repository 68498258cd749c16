import { chmodSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

/** The forge binary itself: npm's wrapper around it would only add a process. */
export function forgeProgram(): string {
  chmodSync(join(import.meta.dirname, '../../contracts/solc.cjs'), 0o755) // An archive of the project may have lost it.
  const arch = process.arch === 'x64' ? 'amd64' : process.arch
  const suffix = process.platform === 'win32' ? '.exe' : ''
  return createRequire(import.meta.url).resolve(`@foundry-rs/forge-${process.platform}-${arch}/bin/forge${suffix}`)
}
