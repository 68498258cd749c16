// Makes node_modules match package.json. Uses only Node's own modules, because it runs before anything is installed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const STAMP = 'node_modules/.switchyard-install'

/** What an install depends on: editing a script or the description of the project must not trigger one. */
function wantedDependencies(root) {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const { dependencies, devDependencies, optionalDependencies, overrides } = manifest
  const hash = createHash('sha256').update(
    JSON.stringify({ dependencies, devDependencies, optionalDependencies, overrides }),
  )
  const lockFile = join(root, 'package-lock.json')
  if (existsSync(lockFile)) hash.update(readFileSync(lockFile))
  return hash.digest('hex')
}

export function isInstalled(root) {
  const stamp = join(root, STAMP)
  return existsSync(stamp) && readFileSync(stamp, 'utf8').trim() === wantedDependencies(root)
}

/**
 * Runs `npm install` when node_modules is missing or older than package.json. `npm ci` is not used: it refuses a
 * lockfile that names an optional platform package the registry in use does not carry.
 */
export function ensureInstalled(root, report) {
  if (isInstalled(root)) return
  report('Installing packages (about a minute the first time)…')
  // Under `npm start`, npm tells where it lives; it need not be on the PATH.
  const npmScript = process.env.npm_execpath
  const [command, before] = npmScript?.endsWith('.js') ? [process.execPath, [npmScript]] : ['npm', []]
  // --include=dev: in production mode npm would leave out what the build and the tests need.
  const flags = ['install', '--no-audit', '--no-fund', '--loglevel=error', '--include=dev', '--progress=true']
  const result = spawnSync(command, [...before, ...flags], { cwd: root, stdio: 'inherit' })
  if (result.error || result.status !== 0) {
    throw new Error(
      'npm install did not succeed (its own message is above). Check the network and the npm registry ' +
        '(`npm config get registry`), then run the same command again.',
    )
  }
  // Hashed again: npm may have completed the lockfile.
  writeFileSync(join(root, STAMP), wantedDependencies(root) + '\n')
}
