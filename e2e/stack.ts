/** Starts the market that `npm start` starts, in a folder of its own, and stops it afterwards. E2E_URL uses a running one. */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { startTestStack } from '../scripts/stack/test-stack.mjs'

/** What the journeys need to know; passed on in the environment of the test processes. */
export interface RunningMarket {
  url: string
  rpcUrl: string
  deploymentFile: string
}

export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  const running = process.env.E2E_MARKET
  if (running) return undefined
  const stack = await startTestStack({ seed: true, web: true, quiet: false })
  if (!stack.rpcUrl) throw new Error('the stack has no chain')
  const market: RunningMarket = {
    url: stack.url,
    rpcUrl: stack.rpcUrl,
    deploymentFile: join(stack.dataDir, 'deployment.json'),
  }
  process.env.E2E_MARKET = JSON.stringify(market)
  return stack.stop
}

export function market(): RunningMarket {
  return JSON.parse(process.env.E2E_MARKET ?? '{}') as RunningMarket
}

export interface DemoMember {
  name: string
  role: string
  address: `0x${string}`
}

export function demoMembers(): DemoMember[] {
  const file = join(dirname(market().deploymentFile), 'demo-members.json')
  return JSON.parse(readFileSync(file, 'utf8')) as DemoMember[]
}
