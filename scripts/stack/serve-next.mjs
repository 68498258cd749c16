// The built web app, behind a compressor that sees repeats far apart (docs/decisions/038-brotli.md). In its folder:
//   node serve-next.mjs HOST PORT
import { createServer } from 'node:http'
import { constants } from 'node:zlib'
import compression from 'compression'
import next from 'next'

const [hostname, port] = [process.argv[2], Number(process.argv[3])]
/** Open requests are given this long when the app is stopped. */
const PATIENCE_MS = 5_000
/** Higher finds a tenth more in three times the time, which whoever waits for the page would wait, too. */
const QUALITY = 4

const app = next({ dev: false, hostname, port })
const compress = compression({ brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } } })
await app.prepare()
const handle = app.getRequestHandler()
const server = createServer((request, response) => compress(request, response, () => handle(request, response)))
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
