// Forge, with the compiler from node_modules and from any folder: `npm run test:contracts -- --match-test Sign`.
// `--deep` in front runs it with the profile of that name in foundry.toml: many more and longer random runs.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { compileMarket } from './stack/forge-market'
import { forgeProgram } from './stack/forge-program'

const contracts = join(import.meta.dirname, '../contracts')
const deep = process.argv[2] === '--deep'
// The tests put on their chain what is deployed.
compileMarket()
const { status } = spawnSync(forgeProgram(), process.argv.slice(deep ? 3 : 2), {
  cwd: contracts,
  stdio: 'inherit',
  env: deep ? { ...process.env, FOUNDRY_PROFILE: 'deep' } : process.env,
})
process.exit(status ?? 1)
