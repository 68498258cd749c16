// JSON-RPC with Node's own fetch: the supervisor must stay small, and viem is not small.

/** @param {string} url @param {{ method: string, params?: unknown[] }[]} calls */
async function post(url, calls) {
  const body = calls.map(({ method, params = [] }, id) => ({ jsonrpc: '2.0', id, method, params }))
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(120_000),
  })
  const answers = await response.json()
  if (!Array.isArray(answers)) throw new Error(`The chain at ${url} answered: ${JSON.stringify(answers).slice(0, 200)}`)
  const results = []
  for (const answer of answers) {
    if (answer.error) throw new Error(`${calls[answer.id]?.method}: ${answer.error.message}`)
    results[answer.id] = answer.result
  }
  return results
}

/** @param {string} url @param {string} method @param {...unknown} params */
export async function call(url, method, ...params) {
  return (await post(url, [{ method, params }]))[0]
}

/** @param {string} url @param {{ method: string, params?: unknown[] }[]} calls */
export function callMany(url, calls) {
  return calls.length === 0 ? Promise.resolve([]) : post(url, calls)
}

export async function headNumber(url) {
  return Number(await call(url, 'eth_blockNumber'))
}
