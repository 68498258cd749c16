/**
 * Puts the market on the chain at RPC_URL and says in DEPLOYMENT_FILE where it is.
 *
 *   npx tsx scripts/deploy.ts
 *
 * Demo: test money, and members whose keys everyone has. Production: money that exists (TOKEN_ADDRESS), no members but
 * the exchange, and the deployer keeps no power. Running it again on the same chain does nothing.
 */
import { pathToFileURL } from 'node:url'
import { deploy } from '@/lib/chain/deploy'
import { loadEnv } from '@/lib/env'

export { deploy, type DeployOptions } from '@/lib/chain/deploy'
export { DeployError } from '@/lib/chain/existing-deployment'

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const settings = loadEnv()
  deploy({ rpcUrl: settings.rpcUrl, out: settings.deploymentFile, settings }).then(
    () => process.exit(0),
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : error)
      process.exit(1)
    },
  )
}
