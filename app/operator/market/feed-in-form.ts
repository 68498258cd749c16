import { periodStarting } from '@/lib/domain/settlement/period'
import type { PublishedFeedIn } from '@/lib/domain/surplus/credits'
import type { FormReader } from '../meters/form-reader'

const WIDEST_UINT32 = 2 ** 32 - 1
const LATEST = 2 ** 40 - 1

/** What is typed and chosen to publish a feed-in price. */
export function readFeedIn(reader: FormReader, periods: readonly { start: number }[]): PublishedFeedIn {
  const feedIn = {
    region: reader.count('region', { from: 0, to: WIDEST_UINT32 }),
    start: reader.count('start', { from: 0, to: LATEST }),
    payer: reader.account('payer'),
    price: reader.price('price'),
  }
  if (!periodStarting(periods, feedIn.start)) reader.wrong('start', 'choice')
  return feedIn
}
