// A real PostgreSQL and a real chain for the tests beside services, database and chain code (*.spec.ts).
import { startTestStack, STACK_SETTINGS } from './test-stack.mjs'

export default async function setup() {
  const stack = await startTestStack({ seed: false, web: false })
  // The processes that run the tests are started after this and inherit it.
  for (const name of STACK_SETTINGS) process.env[name] = stack.env[name]
  return stack.stop
}
