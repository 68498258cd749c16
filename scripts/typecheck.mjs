// Types of routes and of next-env.d.ts come from Next and are not in git: made first, then everything is checked.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const run = (path, ...args) =>
  spawnSync(process.execPath, [join(root, 'node_modules', path), ...args], { cwd: root, stdio: 'inherit' }).status ?? 1

const typegen = run('next/dist/bin/next', 'typegen')
process.exit(typegen !== 0 ? typegen : run('typescript/bin/tsc', '--noEmit'))
