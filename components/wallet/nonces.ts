import { bytesToHex } from 'viem'
import { readContract } from 'viem/actions'
import { agreementBookAbi, escrowAbi, surplusMarketAbi } from '@/lib/chain/contracts'
import type { WalletSettings } from './market-chain'
import type { SigningWallet } from './signing-wallet'

const ABIS = { AgreementBook: agreementBookAbi, Escrow: escrowAbi, SurplusMarket: surplusMarketAbi } as const

/** Asked for at the last moment: the account may have signed something else meanwhile, in another window. */
export function nextNonce(
  wallet: SigningWallet,
  { contracts }: WalletSettings,
  book: keyof typeof ABIS,
): Promise<bigint> {
  // All of them are NoncesKeyed: the function is the same.
  const abi = ABIS[book] as typeof escrowAbi
  return readContract(wallet.chain, { address: contracts[book], abi, functionName: 'nonces', args: [wallet.address] })
}

/** Of a key of its own (keyed nonces): none waits for another, the first of a key is zero, and nobody has to be asked. */
export function freshNonce(): bigint {
  return BigInt(bytesToHex(crypto.getRandomValues(new Uint8Array(24)))) << 64n
}
