/**
 * Vouchers written in this browser. Whoever holds one can have the energy until it ends, so they are kept here alone: no server knows
 * them. Signing out forgets them; nothing is lost with them, for a voucher locks nothing.
 */
import { keepText, keptText, useKeptText } from '@/components/wallet/kept-text'
import { VOUCHERS_PREFIX } from '@/components/wallet/vouchers-kept'

/** A device has no use for more, and its store is small. */
const MOST = 50

const keyOf = (account: string) => VOUCHERS_PREFIX + account.toLowerCase()

/** Each as its text, the latest first. */
export function useVouchers(account: string): readonly string[] {
  return vouchersIn(useKeptText(keyOf(account)))
}

export function keepVoucher(account: string, text: string): void {
  write(account, [text, ...read(account)].slice(0, MOST))
}

export function forgetVoucher(account: string, text: string): void {
  const others = read(account).filter((one) => one !== text)
  write(account, others)
}

const vouchersIn = (kept: string) => kept.split('\n').filter(Boolean)
const read = (account: string) => vouchersIn(keptText(keyOf(account)))
const write = (account: string, texts: readonly string[]) => keepText(keyOf(account), texts.join('\n'))
