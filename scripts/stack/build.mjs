// What is generated and built before the app runs, each only when what it is made from has changed.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { runToEnd } from './child.mjs'
import { compressStatic } from './compress-static.mjs'
import { runningStack } from './record.mjs'

const BUILD_INPUTS = ['app', 'components', 'lib', 'messages', 'public', 'contracts/generated', 'next.config.ts']
BUILD_INPUTS.push('package.json', 'postcss.config.mjs', 'tsconfig.json', 'proxy.ts', 'i18n', 'instrumentation.ts')
BUILD_INPUTS.push('scripts/stack/compress-static.mjs')
const SCHEMA_INPUTS = ['prisma/schema.prisma', 'prisma/schema', 'prisma.config.ts', 'node_modules/prisma/package.json']

function addTo(hash, root, path) {
  const full = join(root, path)
  if (!existsSync(full)) return
  for (const entry of readdirSync(full, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const name = `${path}/${entry.name}`
    if (entry.isDirectory()) addTo(hash, root, name)
    else if (!/\.(test|spec)\.tsx?$/.test(entry.name)) hash.update(`\0${name}\0`).update(readFileSync(join(root, name)))
  }
}

function hashOf(root, inputs, ...more) {
  const hash = createHash('sha256')
  for (const input of inputs) {
    const full = join(root, input)
    if (!existsSync(full)) continue
    if (/\.\w+$/.test(input)) hash.update(`\0${input}\0`).update(readFileSync(full))
    else addTo(hash, root, input)
  }
  return hash.update(more.join('\0')).digest('hex')
}

const readStamp = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '')
const program = (root, path) => createRequire(join(root, 'package.json')).resolve(path)

export async function ensurePrismaClient({ root, env, signal }) {
  const output = join(root, 'lib/db/generated')
  const stamp = join(output, '.made-from')
  const wanted = hashOf(root, SCHEMA_INPUTS)
  if (!existsSync(join(root, 'prisma/schema.prisma')) || readStamp(stamp) === wanted) return 'unchanged'
  await runToEnd({
    name: 'prisma',
    command: process.execPath,
    args: [program(root, 'prisma/build/index.js'), 'generate'],
    cwd: root,
    // Prisma looks for an engine that only its migrations need, and would download it: any existing file will do.
    env: {
      ...env,
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      DATABASE_URL: env.DATABASE_URL ?? 'postgresql://localhost/unused',
    },
    report: () => {},
    signal,
  })
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, wanted)
  return 'done'
}

/** @param {{ root: string, dataDir: string, env: NodeJS.ProcessEnv, report: (line: string) => void, signal?: AbortSignal, onStart?: (record: import('./process-identity.mjs').ProcessRecord) => void }} options */
export async function ensureWebBuild({ root, dataDir, env, report, signal, onStart }) {
  const stamp = join(root, '.next/switchyard-built-from')
  // Settings for the browser are baked into the build.
  const baked = Object.keys(env)
    .filter((name) => name.startsWith('NEXT_PUBLIC_'))
    .sort()
  const wanted = hashOf(root, BUILD_INPUTS, process.version, ...baked.map((name) => `${name}=${env[name]}`))
  if (readStamp(stamp) === wanted && existsSync(join(root, '.next/BUILD_ID'))) return 'unchanged'
  const other = runningStack(join(root, '.data'))
  if (other && dataDir !== join(root, '.data')) {
    throw new Error(
      `The app has changed and must be built, but Switchyard runs from the present build at ${other.url}. Stop it first (Ctrl-C in its terminal).`,
    )
  }
  rmSync(stamp, { force: true })
  await runToEnd({
    name: 'next',
    command: process.execPath,
    args: [program(root, 'next/dist/bin/next'), 'build'],
    cwd: root,
    env: { ...env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    report: (line) =>
      /^(▲|✓|○|Creating|Compil|Collect|Generat|Finaliz|Running|Linting)/.test(line) &&
      report(line.replace(/^[▲✓○]\s*/, '')),
    signal,
    onStart,
    keepOutput: true,
  })
  await compressStatic(join(root, '.next'))
  writeFileSync(stamp, wanted)
  return 'done'
}
