// Forge, with the compiler from node_modules and from any folder: `npm run test:contracts -- --match-test Sign`.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { forgeProgram } from './stack/forge-program'

const contracts = join(import.meta.dirname, '../contracts')
const { status } = spawnSync(forgeProgram(), process.argv.slice(2), { cwd: contracts, stdio: 'inherit' })
process.exit(status ?? 1)
