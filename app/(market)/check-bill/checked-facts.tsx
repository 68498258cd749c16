import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { Money } from '@/components/energy/money'
import { Moment, Period } from '@/components/energy/period'
import { Badge } from '@/components/ui/badge'
import { CopyText } from '@/components/ui/copy-text'
import { DescriptionList } from '@/components/ui/description-list'
import type { BillFile } from '@/lib/chain/coding/bill/file'
import { shortHex } from '@/lib/format/hex'

/** What the file is about, as it says itself: the checks say what of it is right. */
export function CheckedFacts({ file, timeZone }: { file: BillFile; timeZone: string }) {
  const t = useTranslations('checkBill.facts')
  const { terms } = file.agreement
  const newest = file.runs.filter((run) => run.kind !== 'trueUp').at(-1) ?? file.runs[0]
  const estimated = [newest.opening, newest.closing].some(({ quality }) => quality !== 'Measured')
  const hex = (value: string) => (
    <span className="font-mono">
      <CopyText text={value}>{shortHex(value)}</CopyText>
    </span>
  )
  const offer = (
    <Link href={`/offers/${terms.offerId}`} className="link">
      {file.offer.name || shortHex(terms.offerId)}
    </Link>
  )
  return (
    <DescriptionList
      items={[
        { key: 'amount', term: t('amount'), description: <Money micro={file.total} exact />, numeric: true },
        {
          key: 'period',
          term: t('period'),
          description: <Period start={newest.opening.time} end={newest.closing.time} />,
        },
        {
          key: 'basis',
          term: t('basis'),
          description: (
            <Badge tone={estimated ? 'warning' : 'success'}>{t(estimated ? 'estimated' : 'measured')}</Badge>
          ),
        },
        { key: 'offer', term: t('offer'), description: offer },
        { key: 'settled', term: t('settled'), description: <Moment at={file.runs[0].time} timeZone={timeZone} /> },
        { key: 'meter', term: t('meter'), description: hex(terms.meterId) },
        { key: 'agreement', term: t('agreement'), description: hex(file.agreement.id) },
        { key: 'transaction', term: t('transaction'), description: hex(file.runs[0].transaction) },
      ]}
    />
  )
}
