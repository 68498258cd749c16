'use client'

import { useTimeZone, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Card } from '@/components/ui/card'
import { DropZone } from '@/components/ui/drop-zone'
import { Field, Input } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'
import { parseMoment } from '@/lib/format/parse-moment'
import type { SavedMapping } from '@/lib/services/saved-mappings'
import { MappingEditor } from './mapping-editor'
import { UploadLine } from './upload-line'
import { useUploads } from './use-uploads'

/** Files in, one after the other; a table of unknown shape is asked about before it is sent. */
export function UploadPanel({ saved, meterNumbers }: { saved: SavedMapping[]; meterNumbers: string[] }) {
  const t = useTranslations('imports.upload')
  const [meter, setMeter] = useState('')
  const [captured, setCaptured] = useState('')
  const timeZone = useTimeZone() ?? 'UTC'
  const at = parseMoment(captured, timeZone)
  const { queue, add, describe, cancel, remove } = useUploads({ meter: meter.trim(), at })
  const unclear = queue.find(({ state }) => state.kind === 'unclear')
  return (
    <Card title={t('title')} lead={t('lead')}>
      <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_18rem]">
        <DropZone
          onFiles={add}
          multiple
          drop={t('drop')}
          choose={t('choose')}
          icon={<Icon name="empty" size={32} className="text-quiet" />}
        >
          {t('limits')}
        </DropZone>
        <div className="space-y-4">
          <Field label={t('meter')} hint={t('meterHint')}>
            <Input
              list="meter-numbers"
              value={meter}
              onChange={(event) => setMeter(event.target.value)}
              maxLength={64}
            />
          </Field>
          <Field
            label={t('captured')}
            hint={t('capturedHint', { timeZone })}
            error={captured !== '' && at === null ? t('capturedUnknown') : undefined}
          >
            <Input type="datetime-local" value={captured} onChange={(event) => setCaptured(event.target.value)} />
          </Field>
        </div>
        <datalist id="meter-numbers">
          {meterNumbers.map((number) => (
            <option key={number} value={number} />
          ))}
        </datalist>
      </div>
      {queue.length > 0 && (
        <section aria-label={t('queue')} className="mt-6">
          <ul className="divide-y divide-line border-y border-line">
            {queue.map((upload) => (
              <UploadLine
                key={upload.id}
                upload={upload}
                onCancel={() => cancel(upload.id)}
                onRemove={() => remove(upload.id)}
              />
            ))}
          </ul>
        </section>
      )}
      {unclear?.state.kind === 'unclear' && unclear.state.look.csv && (
        <MappingEditor
          key={unclear.id}
          file={unclear.file}
          look={unclear.state.look.csv}
          saved={saved}
          onSaved={(name) => describe(unclear.id, name)}
          onSkip={() => cancel(unclear.id)}
        />
      )}
    </Card>
  )
}
