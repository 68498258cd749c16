/** How the demo wallet is found among others (EIP-6963). */
export const DEMO_WALLET_RDNS = 'market.switchyard.demo'

/** Warning: known to everyone. Whatever these accounts hold on a real chain can be taken by anyone. */
export const DEMO_MNEMONIC = 'test test test test test test test test test test test junk'

const ACCOUNT_KEY = 'switchyard.demoAccount'

let preferred: string | undefined

/** Who the demo wallet should act as when it is next asked to connect; undefined lets it ask. */
export function preferDemoAccount(address: string | undefined): void {
  preferred = address
}

export function takePreferredAccount(): string | undefined {
  const address = preferred
  preferred = undefined
  return address
}

/** The member the demo wallet acts as, kept over page loads. */
export function storedDemoAccount(): string | null {
  return localStorage.getItem(ACCOUNT_KEY)
}

export function storeDemoAccount(address: string | null): void {
  if (address) localStorage.setItem(ACCOUNT_KEY, address)
  else localStorage.removeItem(ACCOUNT_KEY)
}
