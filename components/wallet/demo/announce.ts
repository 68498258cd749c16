import { DEMO_WALLET_RDNS } from './identity'
import { createDemoProvider } from './provider'

const ICON =
  'data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#b45309"/>' +
      '<path d="M8 11h16v11H8zM8 11V9.500A1.5 1.5 0 0 1 9.5 8H21v3M20.500 16.500v.1" fill="none" stroke="#fff" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/></svg>',
  )

let announced = false

/** Makes the demo wallet answer when a page looks for wallets (EIP-6963). */
export function announceDemoWallet(chainId: number): void {
  if (announced) return
  announced = true
  const info = {
    uuid: crypto.randomUUID?.() ?? DEMO_WALLET_RDNS,
    name: 'Demo wallet',
    rdns: DEMO_WALLET_RDNS,
    icon: ICON,
  }
  const detail = Object.freeze({ info, provider: createDemoProvider(chainId) })
  const announce = () => window.dispatchEvent(new CustomEvent('eip6963:announceProvider', { detail }))
  window.addEventListener('eip6963:requestProvider', announce)
  announce()
}
