import { readContract } from 'viem/actions'
import { settlementTokenAbi } from '@/lib/chain/contracts'
import { permitTypedData, type SignedPermit } from '@/lib/chain/intents/permit'
import type { Micro } from '@/lib/domain/units/units'
import { signatureDeadline } from './deadline'
import { refused } from './failure'
import type { WalletSettings } from './market-chain'
import type { SigningWallet } from './signing-wallet'

/** Lets the escrow take this much from the wallet's own tokens. Refused before the prompt if the tokens are not there. */
export async function signPermit(wallet: SigningWallet, settings: WalletSettings, value: Micro): Promise<SignedPermit> {
  const { SettlementToken: token, Escrow: spender } = settings.contracts
  const owner = wallet.address
  const read = { address: token, abi: settlementTokenAbi, args: [owner] } as const
  const [balance, nonce] = await Promise.all([
    readContract(wallet.chain, { ...read, functionName: 'balanceOf' }),
    readContract(wallet.chain, { ...read, functionName: 'nonces' }),
  ])
  if (balance < value)
    throw refused({ name: 'ERC20InsufficientBalance', facts: { sender: owner, balance, needed: value } })
  const domain = { chainId: settings.chainId, token, name: settings.token.name, version: settings.token.version }
  const deadline = await signatureDeadline(wallet)
  const signature = await wallet.signTypedData(permitTypedData(domain, { owner, spender, value, nonce, deadline }))
  return { amount: value, deadline, signature }
}
