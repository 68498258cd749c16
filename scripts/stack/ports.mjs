// Ports: the ones used last time first (browser wallets remember the RPC address), then the preferred, then any free.
import net from 'node:net'

function listens(port, host) {
  return new Promise((resolve) => {
    const socket = net.connect({ port, host, timeout: 1000 })
    const answer = (value) => {
      socket.destroy()
      resolve(value)
    }
    socket.once('connect', () => answer(true))
    socket.once('error', () => answer(false))
    socket.once('timeout', () => answer(true))
  })
}

function canBind(port) {
  return new Promise((resolve) => {
    const server = net.createServer()
    server.once('error', () => resolve(false))
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)))
  })
}

/** Both are asked: someone listening on every address does not always stop us from binding one. */
export async function isFree(port) {
  return !(await listens(port, '127.0.0.1')) && !(await listens(port, '::1')) && (await canBind(port))
}

function anyPort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer()
    server.once('error', reject)
    server.listen({ port: 0, host: '127.0.0.1' }, () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}

/** @param {{ name: string, required?: number, candidates: (number | undefined)[], taken: Set<number> }} wish */
export async function choosePort({ name, required, candidates, taken }) {
  if (required !== undefined) {
    if (await isFree(required)) return required
    throw new Error(
      `${name} must listen on port ${required}, but another program uses that port. Stop that program, or choose another port.`,
    )
  }
  const tried = candidates.filter((port) => port !== undefined)
  const preferred = tried.at(-1)
  if (preferred !== undefined) for (let next = 1; next <= 20; next++) tried.push(preferred + next)
  for (const port of tried) {
    if (!taken.has(port) && (await isFree(port))) {
      taken.add(port)
      return port
    }
  }
  const port = await anyPort()
  taken.add(port)
  return port
}

/** Waits until something answers on the port, or says why it cannot. */
export async function waitForPort(port, { patienceMs, hasEnded }) {
  const deadline = Date.now() + patienceMs
  for (;;) {
    const end = hasEnded()
    if (end) throw new Error(end)
    if (await listens(port, '127.0.0.1')) return
    if (Date.now() > deadline) throw new Error(`nothing answered on port ${port} within ${patienceMs / 1000} s`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
