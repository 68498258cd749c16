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
