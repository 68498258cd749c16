'use client'

import { useQuery } from '@tanstack/react-query'
import { erc20Abi } from 'viem'
import { readContract } from 'viem/actions'
import { useConfig } from 'wagmi'
import type { WalletSettings } from '@/components/wallet/market-chain'
import { marketReader } from '@/components/wallet/signing-wallet'
import type { Address } from '@/lib/domain/units/hex'
import { micro, type Micro } from '@/lib/domain/units/units'

export interface WalletBalance {
  /** Null while nobody knows. */
  value: Micro | null
  failed: boolean
}

/** What the account holds in its own wallet, outside the market. Needs no connected wallet. */
export function useWalletBalance(settings: WalletSettings, account: Address): WalletBalance {
  const config = useConfig()
  const token = settings.contracts.SettlementToken
  const { data, isError } = useQuery({
    queryKey: ['wallet-balance', settings.chainId, token, account],
    queryFn: () =>
      readContract(marketReader(config), { address: token, abi: erc20Abi, functionName: 'balanceOf', args: [account] }),
  })
  return { value: data === undefined ? null : micro(data), failed: isError }
}
