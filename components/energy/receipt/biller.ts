import { billerName } from '@/components/energy/bill/biller-name'
import type { Offer } from '@/lib/domain/offers/offer'

interface Named {
  address: string
  name: string | null
}

/** Who will send the bills. While no tariff names the grid company, only the retailer is known. */
export function receiptBiller(
  { model }: Pick<Offer, 'model'>,
  { retailer, retailerName }: { retailer: string; retailerName: string | null },
  grid: Named | null,
): string {
  const seller = { address: retailer, name: retailerName }
  return billerName({ model, retailer: seller, grid: grid ?? seller })
}
