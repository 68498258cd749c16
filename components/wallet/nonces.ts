import { readContract } from 'viem/actions'
import { agreementBookAbi, escrowAbi } from '@/lib/chain/contracts'
import type { WalletSettings } from './market-chain'
import type { SigningWallet } from './signing-wallet'

/** Asked for at the last moment: the account may have signed something else meanwhile, in another window. */
export function nextNonce(
  wallet: SigningWallet,
  { contracts }: WalletSettings,
  book: 'AgreementBook' | 'Escrow',
): Promise<bigint> {
  const abi = book === 'AgreementBook' ? agreementBookAbi : escrowAbi
  return readContract(wallet.chain, { address: contracts[book], abi, functionName: 'nonces', args: [wallet.address] })
}
