/** A broken .env or environment is named before anything starts. What lib/env.ts refuses later is tested there. */
import { describe, expect, it } from 'vitest'
import { planStack } from './plan.mjs'
import { parseDotEnv, readSettings, SettingsError } from './settings.mjs'

const settings = (environment: Record<string, string>) =>
  readSettings('/nowhere', { environment: environment as NodeJS.ProcessEnv, ignoreDotEnv: true })

describe('parseDotEnv', () => {
  it('reads settings, comments, exports and values over several lines', () => {
    const text = '# a comment\n\nPORT=3000\nexport HOST=0.0.0.0\nNOTE="first\nsecond"\n'
    expect(parseDotEnv(text)).toEqual({ PORT: '3000', HOST: '0.0.0.0', NOTE: 'first\nsecond' })
  })

  it.each([
    ['PORT=3000\nRPC_URL: http://localhost', /^\.env line 2 is not a setting: "RPC_URL: http.*Write NAME=value/],
    ['NEXTAUTH_SECRET="abc\nPORT=3000', /^\.env opens a quote \("\) that is never closed/],
  ])('names the line of %j that is wrong', (text, sentence) => {
    expect(() => parseDotEnv(text)).toThrow(sentence)
  })
})

describe('readSettings', () => {
  it.each([
    [{ PORT: 'http' }, /^PORT is "http", which is not a port/],
    [{ RPC_PORT: '70000' }, /^RPC_PORT is "70000", which is not a port/],
    [{ DATABASE_URL: 'mysql://localhost/x' }, /^DATABASE_URL is not an address .* postgresql:\/\//],
    [{ RPC_URL: 'localhost:8545' }, /^RPC_URL is not an address .* http:\/\//],
    [{ SWITCHYARD_MODE: 'live' }, /^SWITCHYARD_MODE is "live"\. Set it to demo or production/],
  ])('names what is wrong with %o and what to do', (environment, sentence) => {
    expect(() => settings(environment)).toThrow(sentence)
  })
})

describe('planStack in production', () => {
  const whole = {
    SWITCHYARD_MODE: 'production',
    RPC_URL: 'https://chain.example',
    DEPLOYMENT_FILE: 'deployment.json',
    NEXTAUTH_SECRET: 'made by openssl',
    NEXTAUTH_URL: 'https://market.example',
  }

  it.each(['RPC_URL', 'DEPLOYMENT_FILE', 'NEXTAUTH_SECRET', 'NEXTAUTH_URL'])('makes up no %s', async (name) => {
    const environment = Object.fromEntries(Object.entries(whole).filter(([key]) => key !== name))
    const refused = planStack(settings(environment), { web: true })
    await expect(refused).rejects.toThrow(SettingsError)
    await expect(refused).rejects.toThrow(new RegExp(`^${name} is not set\\. In production mode`))
  })
})
