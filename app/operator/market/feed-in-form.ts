import type { PublishedFeedIn } from '@/lib/domain/surplus/credits'
import type { FormReader } from '../meters/form-reader'
import { readDelivery } from './delivery-form'

/** What is typed and chosen to publish a feed-in price. */
export function readFeedIn(reader: FormReader, periods: readonly { start: number }[]): PublishedFeedIn {
  const { region, start } = readDelivery(reader, periods)
  return { region, start, payer: reader.account('payer'), price: reader.price('price') }
}
