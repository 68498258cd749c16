import { signatureDeadline } from '@/components/wallet/deadline'
import { refused } from '@/components/wallet/failure'
import type { WalletStep } from '@/components/wallet/flow'
import type { WalletSettings } from '@/components/wallet/market-chain'
import { freshNonce } from '@/components/wallet/nonces'
import { relayFollowed } from '@/components/wallet/relay'
import { instructionRevocationTypedData, instructionTypedData } from '@/lib/chain/intents/autopilot'
import type { Decision } from '@/lib/domain/decision'
import type { StandingInstruction } from '@/lib/domain/surplus/standing-instruction'
import { requestInstruction, requestRevocation } from './actions'

interface Titled {
  title: string
  settings: WalletSettings
}

/** Signed once for all periods to come. */
export function giveStep(
  { title, settings }: Titled,
  wish: Omit<StandingInstruction, 'account' | 'nonce'>,
): WalletStep {
  return {
    key: 'instruct',
    title,
    send: async (wallet) => {
      const instruction = { ...wish, account: wallet.address, nonce: freshNonce() }
      const signature = await wallet.signTypedData(instructionTypedData(placeOf(settings), instruction))
      return relayOf(await requestInstruction({ instruction, signature }))
    },
    confirm: relayFollowed,
  }
}

export function endStep({ title, settings }: Titled, region: number): WalletStep {
  return {
    key: 'end-instruction',
    title,
    send: async (wallet) => {
      const expiry = await signatureDeadline(wallet)
      const revocation = { account: wallet.address, region, nonce: freshNonce(), expiry }
      const { message, ...data } = instructionRevocationTypedData(placeOf(settings), revocation)
      const signature = await wallet.signTypedData({ ...data, message: { ...message } })
      return relayOf(await requestRevocation({ revocation, signature }))
    },
    confirm: relayFollowed,
  }
}

const placeOf = ({ chainId, contracts }: WalletSettings) => ({ chainId, autopilot: contracts.Autopilot })

function relayOf(queued: Decision<string>): string {
  if (!queued.ok) throw refused(queued.refusal)
  return queued.value
}
