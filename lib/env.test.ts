import { describe, expect, it } from 'vitest'
import { DEMO_INDEX, demoKey } from './chain/demo-keys'
import { parseEnv } from './env'

const demo = {
  DATABASE_URL: 'postgresql://localhost/switchyard',
  RPC_URL: 'http://127.0.0.1:8545',
  NEXTAUTH_URL: 'http://localhost:3000',
  NEXTAUTH_SECRET: 'a',
}
const production = {
  ...demo,
  SWITCHYARD_MODE: 'production',
  NEXTAUTH_URL: 'https://market.example',
  NEXTAUTH_SECRET: '9f2b6c1d8e7a4053b1c2d3e4f5061728394a5b6c7d8e9f00',
  RELAYER_PRIVATE_KEY: `0x${'1234abcd'.repeat(8)}`,
}

describe('parseEnv', () => {
  it('is a demo market in Shanghai unless told otherwise', () => {
    expect(parseEnv(demo)).toMatchObject({ mode: 'demo', marketTimeZone: 'Asia/Shanghai', marketCurrency: 'CNY' })
    expect(parseEnv({ ...demo, MARKET_TIME_ZONE: '' }).marketTimeZone).toBe('Asia/Shanghai')
    expect(parseEnv(production).mode).toBe('production')
  })

  it.each([
    [{ DATABASE_URL: undefined }, /^DATABASE_URL is missing\. Set it/],
    [{ DATABASE_URL: 'mysql://localhost' }, /^DATABASE_URL is not an address that starts with postgresql:/],
    [{ RPC_URL: 'localhost' }, /^RPC_URL is not an address/],
    [{ NEXTAUTH_SECRET: undefined }, /^NEXTAUTH_SECRET is missing\. Set it to the output of: openssl/],
    [{ SWITCHYARD_MODE: 'live' }, /^SWITCHYARD_MODE is neither demo nor production/],
    [{ MARKET_TIME_ZONE: 'Mars/Olympus' }, /^MARKET_TIME_ZONE is not a time zone/],
    [{ SMTP_URL: 'mail.example' }, /^SMTP_URL is not an address that starts with smtp:/],
    [{ SMTP_URL: 'smtp://mail.example' }, /^MAIL_FROM is missing/],
    [{ MAIL_FROM: 'The market' }, /^MAIL_FROM is not an e-mail address/],
    [{ RELAYER_PRIVATE_KEY: '0x12' }, /^RELAYER_PRIVATE_KEY is not a private key/],
  ])('names what is wrong with %o and what to do', (change, sentence) => {
    expect(() => parseEnv({ ...demo, ...change })).toThrow(sentence)
  })

  it.each([
    [{ NEXTAUTH_SECRET: 'short' }, /^NEXTAUTH_SECRET is too short/],
    [{ NEXTAUTH_SECRET: 'change-me-change-me-change-me-change-me' }, /^NEXTAUTH_SECRET is too short or well known/],
    [{ NEXTAUTH_URL: 'http://market.example' }, /^NEXTAUTH_URL is not https/],
    [{ RELAYER_PRIVATE_KEY: undefined }, /^RELAYER_PRIVATE_KEY is missing \(production\)/],
    [{ RELAYER_PRIVATE_KEY: demoKey(DEMO_INDEX.relayer) }, /public test mnemonic/],
    [
      { DEPLOYER_PRIVATE_KEY: demoKey(DEMO_INDEX.deployer).toUpperCase().replace('0X', '0x') },
      /^DEPLOYER_PRIVATE_KEY is a key of/,
    ],
  ])('refuses in production what only a demo may do: %o', (change, sentence) => {
    expect(() => parseEnv({ ...production, ...change })).toThrow(sentence)
  })

  it('never repeats a value, which may be secret', () => {
    const wrong = { ...production, NEXTAUTH_SECRET: 'hunter2', RELAYER_PRIVATE_KEY: '0xhunter2' }
    expect(() => parseEnv(wrong)).toThrow(expect.not.objectContaining({ message: expect.stringContaining('hunter2') }))
  })

  it('allows plain http on this machine', () => {
    expect(parseEnv({ ...production, NEXTAUTH_URL: 'http://localhost:3000' }).publicUrl).toBe('http://localhost:3000')
  })
})
