'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Energy } from '@/components/energy/energy'
import { Moment } from '@/components/energy/period'
import { Callout } from '@/components/ui/callout'
import { Skeleton } from '@/components/ui/skeleton'
import { Table, type Column } from '@/components/ui/table'
import type { MappingMeaning as Meaning, MeantInterval } from '@/lib/services/look-at-file'
import { preview } from './actions'
import { FileFaultText } from './file-fault-text'
import { FIRST_BYTES } from './first-bytes'

/** A person is still typing for so long. */
const SETTLED_MS = 300

export interface MappingMeaningProps {
  file: File
  mapping: string
  /** Below what stands above it on the page. */
  heading: 'h3' | 'h4'
  /** Who reads the first rows; the server, as it would read the whole file, if nobody else does. */
  ask?: (file: File, mapping: string) => Promise<Meaning | null>
}

/** What the first rows would mean. */
export function MappingMeaning({ file, mapping, heading: Heading, ask = askServer }: MappingMeaningProps) {
  const t = useTranslations('imports.mapping')
  const meaning = useMeaning(file, mapping, ask)
  if (meaning === 'asking') return <Skeleton className="h-64 rounded-card" />
  const problems = meaning?.problems ?? []
  const faults = meaning?.faults ?? []
  return (
    <div>
      <Heading className="mb-3 text-sm font-medium">{t('meaning')}</Heading>
      {problems.length + faults.length > 0 && (
        <Callout tone="warning" title={t('problems')} className="mb-4">
          <ul className="space-y-1">
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
            {faults.map(({ name, facts, line }, place) => (
              <li key={place}>
                {line !== null && `${line}: `}
                <FileFaultText name={name} facts={facts} />
              </li>
            ))}
          </ul>
        </Callout>
      )}
      {meaning && meaning.intervals.length > 0 ? (
        <div className="rounded-control border border-line">
          <Intervals intervals={meaning.intervals} />
        </div>
      ) : (
        problems.length + faults.length === 0 && <p className="text-sm text-soft">{t('nothing')}</p>
      )}
    </div>
  )
}

async function askServer(file: File, mapping: string): Promise<Meaning | null> {
  const form = new FormData()
  form.set('first', file.slice(0, FIRST_BYTES))
  form.set('name', file.name)
  form.set('mapping', mapping)
  return preview(form)
}

/** Asked again when the description has settled; an answer that comes late is not shown. */
function useMeaning(file: File, mapping: string, ask: typeof askServer): Meaning | null | 'asking' {
  const [answer, setAnswer] = useState<{ mapping: string; meaning: Meaning | null } | null>(null)
  useEffect(() => {
    let isStale = false
    const timer = setTimeout(async () => {
      const meaning = await ask(file, mapping).catch(() => null)
      if (!isStale) setAnswer({ mapping, meaning })
    }, SETTLED_MS)
    return () => {
      isStale = true
      clearTimeout(timer)
    }
  }, [file, mapping, ask])
  return answer?.mapping === mapping ? answer.meaning : 'asking'
}

function Intervals({ intervals }: { intervals: MeantInterval[] }) {
  const t = useTranslations('imports.mapping')
  const role = useTranslations('imports.mapping.role')
  const columns: Column<MeantInterval>[] = [
    {
      key: 'from',
      header: t('from'),
      cell: ({ start, seconds }) => (
        <span className="figure">
          <Moment at={start} precision="minute" /> – <Moment at={start + seconds} precision="minute" />
        </span>
      ),
      primary: true,
    },
    { key: 'meter', header: t('meter'), cell: ({ meter }) => meter || '–' },
    { key: 'direction', header: t('direction'), cell: ({ direction }) => role(direction) },
    {
      key: 'energy',
      header: t('energy'),
      cell: ({ energyWh }) => <Energy wh={energyWh} unit="kWh" exact />,
      numeric: true,
    },
  ]
  return (
    <Table
      caption={t('meaningCaption')}
      columns={columns}
      rows={intervals}
      rowKey={({ meter, channel, direction, start }) => `${meter} ${channel} ${direction} ${start}`}
    />
  )
}
