import { beforeEach, describe, expect, it, vi } from 'vitest'
import { WalletFlowError } from '@/components/wallet/failure'
import type { WalletSettings } from '@/components/wallet/market-chain'
import type { SigningWallet } from '@/components/wallet/signing-wallet'
import { ok, refuse, type Decision } from '@/lib/domain/decision'
import { ZERO_HASH } from '@/lib/domain/units/hex'
import { micro, wh } from '@/lib/domain/units/units'
import { signSteps } from './sign-steps'

const answers = {
  check: [] as (() => Decision<unknown>)[],
  send: [] as (() => Decision<unknown>)[],
  relay: [] as (() => void)[],
}
/** What was asked of the market and of the wallet, in order. */
const asked: string[] = []

const taken = () => ok({ relayId: 'relay', agreementId: '0xa1' })
const missing = (amount: bigint) => () => ok({ deposit: micro(900n), missing: micro(amount) })
const lost = (): never => {
  throw new TypeError('Failed to fetch')
}
const relayRefused = (name: string) => () => {
  throw new WalletFlowError({ kind: 'refused', refusal: { name, facts: {} } })
}

vi.mock('./sign-action', () => ({
  checkBeforeSigning: async () => next('check', missing(0n)),
  sendSignature: async ({ signature, permit }: { signature: string; permit: { signature: string } | null }) => {
    asked.push(`send ${signature} ${permit?.signature ?? 'no permit'}`)
    return next('send', taken)
  },
}))
vi.mock('@/components/wallet/permit', () => ({
  signPermit: async (wallet: SigningWallet, _: unknown, amount: bigint) => ({
    amount,
    deadline: 1,
    signature: await wallet.signTypedData({ domain: {}, types: {}, primaryType: `Permit of ${amount}`, message: {} }),
  }),
}))
vi.mock('@/components/wallet/nonces', () => ({ nextNonce: async () => 0n }))
vi.mock('@/components/wallet/deadline', () => ({ signatureDeadline: async () => 1_800_000_000 }))
vi.mock('@/components/wallet/relay', () => ({ relayFollowed: async () => next('relay', () => undefined) }))

function next<K extends keyof typeof answers>(kind: K, usual: () => unknown) {
  return (answers[kind].shift() ?? usual)()
}

let prompts = 0
let rejects = false
const wallet = {
  signTypedData: async ({ primaryType }: { primaryType: string }) => {
    if (rejects) {
      rejects = false
      throw Object.assign(new Error('no'), { code: 4001 })
    }
    const signature = `0x${++prompts}`
    asked.push(`prompt ${primaryType} ${signature}`)
    return signature
  },
} as unknown as SigningWallet

const steps = (shortBy: bigint) =>
  signSteps({
    settings: { chainId: 1, contracts: {}, token: {} } as unknown as WalletSettings,
    terms: {
      consumer: '0x01',
      offerId: '0x02',
      meterId: '0x03',
      start: 1_800_000_000,
      contracted: Array.from({ length: 12 }, () => wh(1000n)),
      replaces: ZERO_HASH,
    },
    missing: micro(shortBy),
    titles: { permit: 'permit', sign: 'sign' },
    onTaken: (id) => asked.push(`taken ${id}`),
  })

beforeEach(() => {
  asked.length = 0
  prompts = 0
  for (const list of Object.values(answers)) list.length = 0
})

const named = (name: string) => expect.objectContaining({ failure: { kind: 'refused', refusal: { name, facts: {} } } })

describe('signing', () => {
  it('asks once when the deposit is there', async () => {
    const [sign, ...others] = steps(0n)
    expect(others).toEqual([])
    expect(await sign!.send(wallet)).toBe('relay')
    expect(asked).toEqual(['prompt Agreement 0x1', 'send 0x1 no permit', 'taken 0xa1'])
  })

  it('asks twice when the deposit is short, and sends both together', async () => {
    answers.check = [missing(500n), missing(500n)]
    const [permit, sign] = steps(500n)
    await permit!.send(wallet)
    await sign!.send(wallet)
    expect(asked).toEqual(['prompt Permit of 500 0x1', 'prompt Agreement 0x2', 'send 0x2 0x1', 'taken 0xa1'])
  })

  it('asks the wallet for nothing that would be refused', async () => {
    for (const name of ['OfferExpired', 'OfferIsWithdrawn', 'OfferSoldOut', 'MeterAlreadySupplied', 'ActivityPaused']) {
      answers.check = [() => refuse(name)]
      await expect(steps(0n)[0]!.send(wallet)).rejects.toEqual(named(name))
    }
    expect(asked).toEqual([])
  })

  it('notices between the two prompts that the offer has run out', async () => {
    answers.check = [missing(500n), () => refuse('OfferExpired')]
    const [permit, sign] = steps(500n)
    await permit!.send(wallet)
    await expect(sign!.send(wallet)).rejects.toEqual(named('OfferExpired'))
    expect(asked).toEqual(['prompt Permit of 500 0x1'])
  })

  it('asks again for the agreement alone after it was rejected', async () => {
    answers.check = [missing(500n), missing(500n), missing(500n)]
    const [permit, sign] = steps(500n)
    await permit!.send(wallet)
    rejects = true
    await expect(sign!.send(wallet)).rejects.toThrow('no')
    await sign!.send(wallet)
    expect(asked).toEqual(['prompt Permit of 500 0x1', 'prompt Agreement 0x2', 'send 0x2 0x1', 'taken 0xa1'])
  })

  it('hands the same signature in again when no answer came, without a prompt', async () => {
    answers.send = [lost]
    const [sign] = steps(0n)
    await expect(sign!.send(wallet)).rejects.toThrow('Failed to fetch')
    expect(await sign!.send(wallet)).toBe('relay')
    expect(asked).toEqual(['prompt Agreement 0x1', 'send 0x1 no permit', 'send 0x1 no permit', 'taken 0xa1'])
  })

  it('signs anew after a refusal, and keeps a permit that was not what was refused', async () => {
    answers.check = Array.from({ length: 3 }, () => missing(500n))
    answers.send = [() => refuse('IntentExpired')]
    const [permit, sign] = steps(500n)
    await permit!.send(wallet)
    await expect(sign!.send(wallet)).rejects.toEqual(named('IntentExpired'))
    await sign!.send(wallet)
    expect(asked.filter((what) => what.startsWith('send'))).toEqual(['send 0x2 0x1', 'send 0x3 0x1'])
  })

  it('asks for the permit again when the permit was refused', async () => {
    answers.check = Array.from({ length: 3 }, () => missing(500n))
    answers.send = [() => refuse('ERC2612ExpiredSignature')]
    const [permit, sign] = steps(500n)
    await permit!.send(wallet)
    await expect(sign!.send(wallet)).rejects.toEqual(named('ERC2612ExpiredSignature'))
    await sign!.send(wallet)
    expect(asked.at(-2)).toBe('send 0x4 0x3')
  })

  it('never sends a used permit again when the relayer was refused after the deposit had come', async () => {
    answers.check = [missing(500n), missing(500n), missing(0n)]
    answers.relay = [relayRefused('OfferSoldOut')]
    const [permit, sign] = steps(500n)
    await permit!.send(wallet)
    const relay = await sign!.send(wallet)
    await expect(sign!.confirm(relay, wallet)).rejects.toEqual(named('OfferSoldOut'))
    await sign!.send(wallet)
    expect(asked.filter((what) => what.startsWith('send'))).toEqual(['send 0x2 0x1', 'send 0x3 no permit'])
  })

  it('still knows what it sent when the connection is lost while waiting', async () => {
    answers.relay = [lost]
    const [sign] = steps(0n)
    const relay = await sign!.send(wallet)
    await expect(sign!.confirm(relay, wallet)).rejects.toThrow('Failed to fetch')
    await sign!.confirm(relay, wallet)
    expect(prompts).toBe(1)
  })
})
