import { bytesToHex, parseAbi } from 'viem'
import { refused } from '@/components/wallet/failure'
import type { WalletStep } from '@/components/wallet/flow'
import type { WalletSettings } from '@/components/wallet/market-chain'
import { relayFollowed } from '@/components/wallet/relay'
import type { SigningWallet } from '@/components/wallet/signing-wallet'
import { permitTypedData } from '@/lib/chain/intents/permit'
import { withdrawalTypedData } from '@/lib/chain/intents/withdrawal'
import type { Decision } from '@/lib/domain/decision'
import type { Address } from '@/lib/domain/units/hex'
import type { Micro } from '@/lib/domain/units/units'
import { requestDeposit, requestWithdrawal } from './actions'

/** Of ERC-2612: whatever token the market settles in has it. */
const permitAbi = parseAbi(['function nonces(address owner) view returns (uint256)'])

/** A signature that was never used is worth nothing after this. */
const VALID_FOR_S = 3_600n

export interface MoneyStep {
  title: string
  amount: Micro
  settings: WalletSettings
}

/** Money from the wallet into the account: a permit for exactly this much, used by the relayer. */
export function topUpStep({ title, amount, settings }: MoneyStep): WalletStep {
  return {
    key: 'top-up',
    title,
    send: async (wallet) => {
      const { SettlementToken: token, Escrow: spender } = settings.contracts
      const owner = wallet.address
      const [nonce, deadline] = await Promise.all([permitNonce(wallet, token), deadlineOf(wallet)])
      const domain = { chainId: settings.chainId, token, ...settings.token }
      const permit = permitTypedData(domain, { owner, spender, value: amount, nonce, deadline })
      const signature = await wallet.signTypedData(permit)
      return relayOf(await requestDeposit({ amount, deadline, signature }))
    },
    confirm: relayFollowed,
  }
}

/** Free money back to the wallet that owns it. */
export function withdrawStep({ title, amount, settings }: MoneyStep): WalletStep {
  return {
    key: 'withdraw',
    title,
    send: async (wallet) => {
      const { address } = wallet
      const withdrawal = {
        account: address,
        to: address,
        amount,
        nonce: freshNonce(),
        expiry: await deadlineOf(wallet),
      }
      const bank = { chainId: settings.chainId, escrow: settings.contracts.Escrow }
      const { message, ...data } = withdrawalTypedData(bank, withdrawal)
      const signature = await wallet.signTypedData({ ...data, message: { ...message } })
      return relayOf(await requestWithdrawal({ withdrawal, signature }))
    },
    confirm: relayFollowed,
  }
}

function permitNonce({ chain, address }: SigningWallet, token: Address): Promise<bigint> {
  return chain.readContract({ address: token, abi: permitAbi, functionName: 'nonces', args: [address] })
}

/** By the chain's clock: it decides when a signature is too old. */
async function deadlineOf({ chain }: SigningWallet): Promise<number> {
  const { timestamp } = await chain.getBlock()
  return Number(timestamp + VALID_FOR_S)
}

/** A key of its own for every withdrawal (keyed nonces): none waits for another, and the first of a key is zero. */
function freshNonce(): bigint {
  return BigInt(bytesToHex(crypto.getRandomValues(new Uint8Array(24)))) << 64n
}

function relayOf(queued: Decision<string>): string {
  if (!queued.ok) throw refused(queued.refusal)
  return queued.value
}
