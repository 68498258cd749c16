import { signatureDeadline } from '@/components/wallet/deadline'
import { refused } from '@/components/wallet/failure'
import type { WalletStep } from '@/components/wallet/flow'
import type { WalletSettings } from '@/components/wallet/market-chain'
import { freshNonce } from '@/components/wallet/nonces'
import { relayFollowed } from '@/components/wallet/relay'
import type { SigningWallet } from '@/components/wallet/signing-wallet'
import { returningTypedData, storingTypedData } from '@/lib/chain/intents/credits'
import type { Decision } from '@/lib/domain/decision'
import type { Wh } from '@/lib/domain/units/units'
import { requestReturning, requestStoring } from './actions'

export interface CreditStep {
  title: string
  settings: WalletSettings
  creditId: bigint
  energy: Wh
}

/** One signature; the relayer carries it. */
export function storeStep({ title, settings, storageId, ...wish }: CreditStep & { storageId: number }): WalletStep {
  return {
    key: 'store',
    title,
    send: async (wallet) => {
      const storing = { ...(await intentOf(wallet, wish)), storageId }
      const signature = await wallet.signTypedData(storingTypedData(placeOf(settings), storing))
      return relayOf(await requestStoring({ storing, signature }))
    },
    confirm: relayFollowed,
  }
}

export function returnStep({ title, settings, ...wish }: CreditStep): WalletStep {
  return {
    key: 'return',
    title,
    send: async (wallet) => {
      const returning = await intentOf(wallet, wish)
      const signature = await wallet.signTypedData(returningTypedData(placeOf(settings), returning))
      return relayOf(await requestReturning({ returning, signature }))
    },
    confirm: relayFollowed,
  }
}

async function intentOf(wallet: SigningWallet, { creditId, energy }: Pick<CreditStep, 'creditId' | 'energy'>) {
  const expiry = await signatureDeadline(wallet)
  return { account: wallet.address, creditId, energy, nonce: freshNonce(), expiry }
}

function placeOf({ chainId, contracts }: WalletSettings) {
  return { chainId, energyCredits: contracts.EnergyCredits }
}

function relayOf(queued: Decision<string>): string {
  if (!queued.ok) throw refused(queued.refusal)
  return queued.value
}
