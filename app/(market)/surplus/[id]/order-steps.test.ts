import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { WalletStep } from '@/components/wallet/flow'
import type { WalletSettings } from '@/components/wallet/market-chain'
import type { SigningWallet } from '@/components/wallet/signing-wallet'
import { ok, refuse, type Decision } from '@/lib/domain/decision'
import { tick } from '@/lib/domain/surplus/tick'
import { micro, wh } from '@/lib/domain/units/units'
import { placeSteps, takeBackSteps } from './order-steps'

/** What was asked of the market and of the wallet, in order. */
const asked: string[] = []
const answers: (() => Decision<unknown>)[] = []
const answer = (usual: Decision<unknown>) => (answers.shift() ?? (() => usual))()

vi.mock('./order-action', () => {
  const check = (name: string, usual: Decision<unknown>) => async () => {
    asked.push(`check ${name}`)
    return answer(usual)
  }
  const send =
    (name: string) =>
    async ({ signature, permit }: { signature: string; permit?: { amount: bigint } | null }) => {
      asked.push(`send ${name} ${signature}${permit ? ` with ${permit.amount}` : ''}`)
      return answer(ok('relay'))
    }
  return {
    checkBeforeBidding: check('bid', ok({ locked: micro(900n), missing: micro(700n) })),
    checkBeforeListing: check('lot', ok(wh(5n))),
    checkBeforeWithdrawing: check('takeBack', ok(null)),
    sendBid: send('bid'),
    sendLot: send('lot'),
    sendOrderWithdrawal: send('takeBack'),
  }
})
vi.mock('@/components/wallet/permit', () => ({
  signPermit: async (wallet: SigningWallet, _: unknown, amount: bigint) => {
    await wallet.signTypedData({ domain: {}, types: {}, primaryType: `Permit of ${amount}`, message: {} })
    return { amount, deadline: 1, signature: '0xpermit' }
  },
}))
vi.mock('@/components/wallet/nonces', () => ({
  nextNonce: async (_: unknown, __: unknown, book: string) => (book === 'SurplusMarket' ? 4n : 0n),
}))
vi.mock('@/components/wallet/deadline', () => ({ signatureDeadline: async () => 1_800_000_000 }))
vi.mock('@/components/wallet/relay', () => ({ relayFollowed: async () => undefined }))

const wallet = {
  signTypedData: async ({ primaryType, message }: { primaryType: string; message: Record<string, unknown> }) => {
    asked.push(`prompt ${primaryType}${'nonce' in message ? ` nonce ${message['nonce']}` : ''}`)
    return `0x${primaryType}`
  },
} as unknown as SigningWallet

const settings = { chainId: 1, contracts: { SurplusMarket: '0x05' }, token: {} } as unknown as WalletSettings
const draft = { sessionId: 1n, account: '0x01', energy: wh(5n), price: tick(3n), subject: '0x02' } as const
const titles = { permit: 'permit', sign: 'sign' }

async function run(steps: readonly WalletStep[]) {
  for (const step of steps) await step.confirm(await step.send(wallet), wallet)
}

beforeEach(() => {
  asked.length = 0
  answers.length = 0
})

describe('a bid', () => {
  it('that money is missing for takes two prompts, and both are sent together', async () => {
    await run(placeSteps({ settings, side: 'Bid', draft, missing: micro(700n), titles }))
    expect(asked).toEqual([
      'check bid',
      'prompt Permit of 700',
      'check bid',
      'prompt Bid nonce 4',
      'send bid 0xBid with 700',
    ])
  })

  it('asks the wallet for nothing that would be refused', async () => {
    answers.push(() => refuse('SessionClosed'))
    await expect(run(placeSteps({ settings, side: 'Bid', draft, missing: micro(0n), titles }))).rejects.toMatchObject({
      failure: { kind: 'refused', refusal: { name: 'SessionClosed' } },
    })
    expect(asked).toEqual(['check bid'])
  })

  it('that may not have arrived is handed in again without another prompt', async () => {
    answers.push(
      () => ok({ locked: micro(9n), missing: micro(0n) }),
      () => {
        throw new TypeError('Failed to fetch')
      },
    )
    const [sign] = placeSteps({ settings, side: 'Bid', draft, missing: micro(0n), titles })
    await expect(sign!.send(wallet)).rejects.toThrow('Failed to fetch')
    await sign!.send(wallet)
    expect(asked).toEqual(['check bid', 'prompt Bid nonce 4', 'send bid 0xBid', 'send bid 0xBid'])
  })
})

it('a lot takes one prompt and no money', async () => {
  await run(placeSteps({ settings, side: 'Lot', draft, missing: micro(0n), titles }))
  expect(asked).toEqual(['check lot', 'prompt Lot nonce 4', 'send lot 0xLot'])
})

it('taking back takes one prompt', async () => {
  const order = { sessionId: 1n, account: '0x01', isLot: false, index: 2 } as const
  await run(takeBackSteps({ settings, order, title: 'back' }))
  expect(asked).toEqual(['check takeBack', 'prompt OrderWithdrawal nonce 4', 'send takeBack 0xOrderWithdrawal'])
})
