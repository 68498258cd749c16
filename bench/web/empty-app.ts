/** An empty page of the same framework: one static page in a root layout, built by the same Next.js and served the same way. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compressStatic } from '../../scripts/stack/compress-static.mjs'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const FOLDER = join(ROOT, '.next-bench')
const COMPRESSOR = join(ROOT, 'scripts/stack/compress-static.mjs')
const PATIENCE_MS = 120_000
const require = createRequire(import.meta.url)
const { version } = require('next/package.json') as { version: string }

/** Has a sentence to paint, as a largest contentful paint needs one, and nothing else. */
const FILES: Record<string, string> = {
  'package.json': '{ "private": true }\n',
  'next.config.mjs': `export default { poweredByHeader: false, compress: false, reactStrictMode: true, turbopack: { root: ${JSON.stringify(ROOT)} } }\n`,
  'app/layout.jsx':
    'export default function Layout({ children }) {\n  return <html lang="en"><body>{children}</body></html>\n}\n',
  'app/page.jsx':
    'export const metadata = { title: "Empty" }\nexport default function Page() {\n  return <main><h1>An empty page</h1><p>Nothing but the framework.</p></main>\n}\n',
}

export interface EmptyApp {
  url: string
  stop: () => void
}

/** Built once for each version of Next.js and of the compressor. */
export async function startEmptyApp(): Promise<EmptyApp> {
  await build()
  const port = await freePort()
  const url = `http://127.0.0.1:${port}/`
  const args = [join(ROOT, 'scripts/stack/serve-next.mjs'), '127.0.0.1', String(port)]
  const env = { ...process.env, NODE_ENV: 'production' as const }
  const child = spawn(process.execPath, args, { cwd: FOLDER, env, stdio: 'ignore' })
  await answers(url, child)
  return { url, stop: () => void child.kill('SIGTERM') }
}

async function build(): Promise<void> {
  const stamp = join(FOLDER, 'built-from')
  const wanted = JSON.stringify({ version, FILES, compressor: readFileSync(COMPRESSOR, 'utf8') })
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  rmSync(FOLDER, { recursive: true, force: true })
  mkdirSync(join(FOLDER, 'app'), { recursive: true })
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(FOLDER, name), text)
  const env = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' }
  const { status, stdout, stderr } = spawnSync(process.execPath, [nextProgram(), 'build'], { cwd: FOLDER, env })
  if (status !== 0) throw new Error(`the empty page was not built:\n${String(stdout)}${String(stderr)}`)
  await compressStatic(join(FOLDER, '.next'))
  writeFileSync(stamp, wanted)
}

function nextProgram(): string {
  return require.resolve('next/dist/bin/next')
}

async function answers(url: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS
  while (Date.now() < deadline && child.exitCode === null) {
    const answer = await fetch(url).catch(() => null)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  child.kill('SIGTERM')
  throw new Error(`the empty page does not answer at ${url}`)
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}
