import type { WalletFailure } from './failure'
import type { SigningWallet } from './signing-wallet'

/** One thing to ask of a wallet, and how to know that it took effect. */
export interface WalletStep {
  key: string
  title: string
  /** Asks the wallet and hands over what it signed. Returns what `confirm` follows: a relay id or a transaction hash. */
  send: (wallet: SigningWallet) => Promise<string>
  /** Waits until the market has it. Throws WalletFlowError if it was refused. */
  confirm: (sent: string, wallet: SigningWallet) => Promise<void>
}

export type FlowState =
  | { phase: 'idle' }
  | { phase: 'signing' | 'pending'; step: number }
  | { phase: 'failed'; step: number; failure: WalletFailure }
  | { phase: 'confirmed' }

/** How far a flow has got; kept between attempts, so that what took effect is never asked for twice. */
export interface FlowProgress {
  steps: readonly WalletStep[]
  done: number
  /** Sent and not yet confirmed: a retry follows it instead of asking the wallet again. */
  sent: string | null
}

/** Refused work will be refused again; anything else may only have been out of sight. */
export function mustSendAgain(failure: WalletFailure): boolean {
  return failure.kind === 'refused' || failure.kind === 'reverted'
}
