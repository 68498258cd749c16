import type { Payee } from '../billing/lines'
import type { Offer } from '../offers/offer'
import type { TariffTable } from '../tariffs/table'
import type { Address } from '../units/hex'

/** The account a payee code stands for. Mirrors RateLib.payeesOf. */
export function accountOf(
  payee: Payee,
  offer: Pick<Offer, 'retailer' | 'deviation'>,
  table: Pick<TariffTable, 'grid' | 'government' | 'subsidyPool'>,
): Address {
  switch (payee) {
    case 'Grid':
      return table.grid
    case 'Seller':
      return offer.retailer
    case 'Government':
      return table.government
    case 'SubsidyPool':
      return table.subsidyPool
    case 'ExcessPayee':
      return offer.deviation.excessPayee
    case 'ShortfallPayee':
      return offer.deviation.shortfallPayee
  }
}
