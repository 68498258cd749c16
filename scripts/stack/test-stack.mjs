// A stack of its own for tests: in a new folder, on free ports, whatever the developer's shell or .env points to.
import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { eraseData } from './record.mjs'
import { startStack } from './stack.mjs'

/** What says where a stack is; a test's is elsewhere. */
export const STACK_SETTINGS = ['DATABASE_URL', 'RPC_URL', 'NEXTAUTH_URL', 'NEXTAUTH_SECRET', 'SWITCHYARD_MODE']
STACK_SETTINGS.push('SWITCHYARD_DATA_DIR', 'DEPLOYMENT_FILE', 'UPLOAD_DIR', 'PORT')
const IGNORED = [...STACK_SETTINGS, 'RPC_PORT', 'DATABASE_PORT', 'HOST', 'NODE_ENV']

/**
 * Without `seed` the chain is 13 months back in time and mines a block for each transaction, until a test moves its
 * clock (chain-clock.ts). Without `web` there are a database, a chain and contracts, and nothing else.
 * @param {{ seed: boolean, web: boolean, quiet?: boolean }} options
 */
export async function startTestStack({ seed, web, quiet = true }) {
  const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
  const dataDir = mkdtempSync(join(tmpdir(), 'switchyard-test-'))
  chmodSync(dataDir, 0o755) // Where root runs the tests, PostgreSQL runs as another user.
  const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !IGNORED.includes(name)))
  // Sessions and trades of the demo itself would be in the way of what a journey watches.
  environment.DEMO_TRADERS = 'off'
  const guard = [join(root, 'scripts/stack/test-stack-guard.mjs'), String(process.pid), dataDir]
  spawn(process.execPath, guard, { detached: true, stdio: 'ignore' }).unref()
  try {
    const stack = await startStack({ root, dataDir, environment, ignoreDotEnv: true, quiet, seed, web })
    const stop = async () => {
      await stack.stop()
      await eraseData(dataDir)
    }
    return { ...stack, stop }
  } catch (error) {
    await eraseData(dataDir)
    throw error
  }
}
