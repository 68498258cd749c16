import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { Period } from '@/components/energy/period'
import { Callout } from '@/components/ui/callout'
import { RefusalMessage } from '@/components/wallet/refusal-message'
import type { BillReader, RefusedRevision } from './revised-bill'

export interface RefusedRevisionsProps {
  refused: readonly RefusedRevision[]
  bills: readonly { id: string; start: number; end: number; consumerName: string | null }[]
  /** Where the page of a bill is: the address before its id. */
  path: '/consumer/bills' | '/retailer/bills'
  /** Whom the page speaks to: a retailer has to be told whose bill it is. */
  reader: BillReader
}

/** Bills whose true read is there and that could not be made again yet, each with the reason. Draws nothing when there are none. */
export function RefusedRevisions({ refused, bills, path, reader }: RefusedRevisionsProps) {
  const t = useTranslations('bill.refusedRevision')
  const open = refused.flatMap((run) => {
    const bill = bills.find(({ id }) => id === run.subject)
    return bill ? [{ run, bill }] : []
  })
  if (open.length === 0) return null
  return (
    <ul className="space-y-3">
      {open.map(({ run, bill }) => (
        <li key={bill.id}>
          <Callout
            tone="warning"
            title={t.rich(`title.${reader}`, {
              customer: bill.consumerName ?? '',
              period: () => <Period start={bill.start} end={bill.end} />,
            })}
          >
            <p>{t('meaning')}</p>
            <div className="mt-2">
              <RefusalMessage refusal={{ name: run.reasonName, facts: run.reasonFacts }} />
            </div>
            <Link href={`${path}/${bill.id}`} className="link mt-2 inline-flex min-h-11 items-center sm:min-h-8">
              {t('toBill')}
            </Link>
          </Callout>
        </li>
      ))}
    </ul>
  )
}
