// What this run is asked to be: from the environment, then from .env, then the defaults of a demo on this machine.
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseEnv } from 'node:util'

/** A setting that is wrong. The message names the variable, what is wrong and what to do. */
export class SettingsError extends Error {}

function readDotEnv(root) {
  const file = join(root, '.env')
  return existsSync(file) ? parseDotEnv(readFileSync(file, 'utf8')) : {}
}

/** Node's own parser skips a line it does not understand; a setting that was mistyped must be named instead. */
export function parseDotEnv(text) {
  let openQuote = '' // A value in quotes may go on over several lines.
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (openQuote) {
      if (line.includes(openQuote)) openQuote = ''
      continue
    }
    if (line.trim() === '' || line.trim().startsWith('#')) continue
    const setting = /^\s*(?:export\s+)?[A-Za-z_][A-Za-z0-9_]*\s*=\s*(.*)$/.exec(line)
    if (!setting) {
      throw new SettingsError(
        `.env line ${index + 1} is not a setting: "${line.trim().slice(0, 60)}". Write NAME=value, or start the line with #.`,
      )
    }
    const value = setting[1] ?? ''
    const quote = /^["'`]/.exec(value)?.[0]
    if (quote && !value.slice(1).includes(quote)) openQuote = quote
  }
  if (openQuote)
    throw new SettingsError(
      `.env opens a quote (${openQuote}) that is never closed. Close it on the line where it began.`,
    )
  return parseEnv(text)
}

function portSetting(env, name) {
  const text = env[name]
  if (text === undefined || text === '') return undefined
  const port = Number(text)
  if (Number.isInteger(port) && port >= 1 && port <= 65535) return port
  throw new SettingsError(
    `${name} is "${text}", which is not a port. Set it to a whole number from 1 to 65535, or remove it.`,
  )
}

function urlSetting(env, name, protocols) {
  const text = env[name]
  if (text === undefined || text === '') return undefined
  const url = URL.canParse(text) ? new URL(text) : null
  if (url && protocols.includes(url.protocol)) return text
  throw new SettingsError(
    `${name} is not an address Switchyard can use. It must start with ${protocols.map((p) => `${p}//`).join(' or ')}` +
      ` — correct it, or remove it and npm start runs its own.`,
  )
}

function modeSetting(env) {
  const mode = env.SWITCHYARD_MODE || (env.NODE_ENV === 'production' ? 'production' : 'demo')
  if (mode === 'demo' || mode === 'production') return mode
  throw new SettingsError(`SWITCHYARD_MODE is "${mode}". Set it to demo or production.`)
}

/**
 * @param {string} root
 * @param {{ dataDir?: string, environment?: NodeJS.ProcessEnv, ignoreDotEnv?: boolean }} [options]
 */
export function readSettings(root, { dataDir, environment = process.env, ignoreDotEnv = false } = {}) {
  const env = { ...(ignoreDotEnv ? {} : readDotEnv(root)), ...environment }
  return {
    root,
    env,
    mode: modeSetting(env),
    dataDir: resolve(root, dataDir ?? env.SWITCHYARD_DATA_DIR ?? '.data'),
    host: env.HOST || '127.0.0.1',
    port: portSetting(env, 'PORT'),
    rpcPort: portSetting(env, 'RPC_PORT'),
    databasePort: portSetting(env, 'DATABASE_PORT'),
    databaseUrl: urlSetting(env, 'DATABASE_URL', ['postgresql:', 'postgres:']),
    rpcUrl: urlSetting(env, 'RPC_URL', ['http:', 'https:']),
    publicUrl: urlSetting(env, 'NEXTAUTH_URL', ['http:', 'https:']),
  }
}

/** A secret made once per installation and readable by its owner only. */
export function installationSecret(dataDir, name) {
  const file = join(dataDir, name)
  if (existsSync(file)) {
    const secret = readFileSync(file, 'utf8').trim()
    if (secret.length >= 32) return secret
  }
  mkdirSync(dataDir, { recursive: true })
  const secret = randomBytes(32).toString('hex')
  writeFileSync(file, secret + '\n', { mode: 0o600 })
  return secret
}

/** In production nothing is made up: what is missing stays missing, and the check of the settings names it. */
export function nextAuthSecret(settings) {
  return (
    settings.env.NEXTAUTH_SECRET ||
    (settings.mode === 'demo' ? installationSecret(settings.dataDir, 'secret') : undefined)
  )
}
