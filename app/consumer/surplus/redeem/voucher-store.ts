/**
 * Vouchers written in this browser. Whoever holds one can have the energy until it ends, so they are kept here alone: no server knows
 * them. Signing out forgets them; nothing is lost with them, for a voucher locks nothing.
 */
import { useSyncExternalStore } from 'react'
import { VOUCHERS_PREFIX } from '@/components/wallet/vouchers-kept'

/** A device has no use for more, and its store is small. */
const MOST = 50
const CHANGED = 'switchyard-vouchers'

const keyOf = (account: string) => VOUCHERS_PREFIX + account.toLowerCase()

/** Each as its text, the latest first. */
export function useVouchers(account: string): readonly string[] {
  const kept = useSyncExternalStore(
    watch,
    () => localStorage.getItem(keyOf(account)) ?? '',
    () => '',
  )
  return kept === '' ? [] : kept.split('\n')
}

export function keepVoucher(account: string, text: string): void {
  write(account, [text, ...read(account)].slice(0, MOST))
}

export function forgetVoucher(account: string, text: string): void {
  const others = read(account).filter((one) => one !== text)
  write(account, others)
}

function read(account: string): string[] {
  return (localStorage.getItem(keyOf(account)) ?? '').split('\n').filter(Boolean)
}

function write(account: string, texts: readonly string[]): void {
  if (texts.length === 0) localStorage.removeItem(keyOf(account))
  else localStorage.setItem(keyOf(account), texts.join('\n'))
  window.dispatchEvent(new Event(CHANGED))
}

/** Of this window and of others. */
function watch(changed: () => void): () => void {
  window.addEventListener(CHANGED, changed)
  window.addEventListener('storage', changed)
  return () => {
    window.removeEventListener(CHANGED, changed)
    window.removeEventListener('storage', changed)
  }
}
