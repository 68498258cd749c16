// The built web app: its files as they were compressed when it was built, and its pages behind a compressor that sees repeats far
// apart (docs/decisions/038-brotli.md). In its folder:
//   node serve-next.mjs HOST PORT
import { createServer } from 'node:http'
import { join } from 'node:path'
import { constants } from 'node:zlib'
import compression from 'compression'
import next from 'next'
import sirv from 'sirv'

const [hostname, port] = [process.argv[2], Number(process.argv[3])]
/** Open requests are given this long when the app is stopped. */
const PATIENCE_MS = 5_000
/** Of a page, which whoever asked for it waits for: higher finds a fiftieth more in half as long again. */
const QUALITY = 6
/** Of the build, named by their content. */
const FILES = '/_next/static'

const app = next({ dev: false, hostname, port })
const compress = compression({ brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } } })
await app.prepare()
const handle = app.getRequestHandler()
const files = sirv(join('.next', 'static'), {
  brotli: true,
  gzip: true,
  extensions: [],
  maxAge: 31_536_000,
  immutable: true,
  setHeaders: (response) => response.setHeader('X-Content-Type-Options', 'nosniff'),
})
const server = createServer((request, response) => {
  const page = () => compress(request, response, () => handle(request, response))
  if (!request.url.startsWith(`${FILES}/`)) return page()
  const { url } = request
  request.url = url.slice(FILES.length)
  files(request, response, () => {
    request.url = url
    page()
  })
})
server.on('error', (error) => {
  console.error(error.message)
  process.exit(1)
})
server.listen(port, hostname, () => console.log(`Ready at http://${hostname}:${port}`))

async function stop() {
  setTimeout(() => server.closeAllConnections(), PATIENCE_MS).unref()
  await new Promise((resolve) => {
    server.close(resolve)
    server.closeIdleConnections()
  })
  await app.close()
  process.exit(0)
}
process.once('SIGTERM', stop)
process.once('SIGINT', stop)
