/** Signed out: the next person at this screen finds no voucher of the last one. Whoever holds a voucher has its energy. */

export const VOUCHERS_PREFIX = 'switchyard.vouchers.'

export function forgetVouchers(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(VOUCHERS_PREFIX)) localStorage.removeItem(key)
}
