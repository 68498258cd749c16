// Decides, before anything starts, on which ports and with which settings the parts of the stack will run.
import { join, resolve } from 'node:path'
import { choosePort } from './ports.mjs'
import { readRecord } from './record.mjs'
import { nextAuthSecret, SettingsError } from './settings.mjs'

const PREFERRED = { web: 3000, rpc: 8545, database: 54329 }

/** The ports of the last run come first. Parts that are not started get none. */
async function choosePorts(settings, { web }) {
  const last = readRecord(settings.dataDir).ports ?? {}
  const taken = new Set()
  const choose = (name, key, required) => choosePort({ name, required, candidates: [last[key], PREFERRED[key]], taken })
  return {
    web: web ? await choose('The web app', 'web', settings.port) : undefined,
    rpc: settings.rpcUrl ? undefined : await choose('The chain', 'rpc', settings.rpcPort),
    database: settings.databaseUrl ? undefined : await choose('PostgreSQL', 'database', settings.databasePort),
  }
}

/** Not a rule of the app but of this supervisor: what it would otherwise start by itself is for demos. */
function refuseDemoPartsInProduction(settings) {
  if (settings.mode !== 'production') return
  const missing = (name, what) => {
    throw new SettingsError(
      `${name} is not set. In production mode Switchyard ${what}. Set ${name} (see .env.example).`,
    )
  }
  if (!settings.rpcUrl) missing('RPC_URL', 'does not run a development chain of its own, whose keys everyone knows')
  if (!settings.env.DEPLOYMENT_FILE && !settings.env.DEPLOYER_PRIVATE_KEY) {
    missing('DEPLOYMENT_FILE', 'needs the addresses of the contracts, or a DEPLOYER_PRIVATE_KEY to deploy them with')
  }
  if (!settings.env.NEXTAUTH_SECRET) missing('NEXTAUTH_SECRET', 'does not make up secrets')
  if (!settings.publicUrl) missing('NEXTAUTH_URL', 'must know the address people reach it at')
}

/**
 * @param {ReturnType<typeof import('./settings.mjs').readSettings>} settings
 * @param {{ web: boolean }} wants
 */
export async function planStack(settings, wants) {
  refuseDemoPartsInProduction(settings)
  const ports = await choosePorts(settings, wants)
  const url = settings.publicUrl ?? `http://localhost:${ports.web ?? PREFERRED.web}`
  /** @type {NodeJS.ProcessEnv} */
  const env = {
    ...settings.env,
    SWITCHYARD_MODE: settings.mode,
    SWITCHYARD_DATA_DIR: settings.dataDir,
    DEPLOYMENT_FILE: settings.env.DEPLOYMENT_FILE ?? join(settings.dataDir, 'deployment.json'),
    UPLOAD_DIR: resolve(settings.root, settings.env.UPLOAD_DIR || join(settings.dataDir, 'uploads')),
    NEXTAUTH_URL: url,
    NEXTAUTH_SECRET: nextAuthSecret(settings),
    RPC_URL: settings.rpcUrl ?? `http://127.0.0.1:${ports.rpc}`,
    PORT: String(ports.web ?? ''),
    NEXT_TELEMETRY_DISABLED: '1',
  }
  // The mode is the setting that counts. Next sets NODE_ENV itself, differently for `dev`, `build` and `start`.
  delete env.NODE_ENV
  return { ports, url, env }
}
