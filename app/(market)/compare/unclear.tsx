'use client'

import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { ColumnTable } from '@/app/operator/imports/column-table'
import { emptyMapping } from '@/app/operator/imports/empty-mapping'
import { formOf, mappingOf, missingIn, type MappingForm } from '@/app/operator/imports/mapping-form'
import { MappingMeaning } from '@/app/operator/imports/mapping-meaning'
import { MappingSettings } from '@/app/operator/imports/mapping-settings'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import type { CsvLook, CsvMapping } from '@/lib/services/look-at-file'
import { compareClient, compareStore } from './use-compare'

/** A table nobody knows yet: what its columns mean, said by whoever has it, who sees at once what the first rows become. */
export function Unclear({ file, look }: { file: File; look: CsvLook }) {
  const t = useTranslations('compare.unclear')
  const said = useTranslations('imports.mapping')
  const [base, setBase] = useState<CsvMapping>(look.mapping ?? emptyMapping())
  const [form, setForm] = useState<MappingForm | null>(() => formOf(base, look))
  const missing = form && missingIn(form)
  const mapping = useMemo(() => (form ? mappingOf(form, base) : base), [form, base])
  function byHand() {
    setBase(emptyMapping())
    setForm(formOf(emptyMapping(), look))
  }
  const read = () => void compareStore().start({ kind: 'file', file, mapping })
  return (
    <div className="space-y-6">
      <Callout tone="info" title={t('title')}>
        {t('meaning')}
      </Callout>
      {!form && <Button onClick={byHand}>{said('byHand')}</Button>}
      {form && <ColumnTable look={look} form={form} onChange={setForm} />}
      {form && <MappingSettings form={form} onChange={setForm} />}
      {missing ? (
        <Callout tone="warning" title={said(`missing.${missing}`)} live />
      ) : (
        <MappingMeaning file={file} mapping={JSON.stringify(mapping)} heading="h3" ask={askHere} />
      )}
      <Button variant="primary" disabled={missing !== null} onClick={read}>
        {t('read')}
      </Button>
    </div>
  )
}

/** In this browser: the file is not sent to be looked at, either. */
async function askHere(file: File, mapping: string) {
  return compareClient().ask({ name: 'meaning', file, mapping: JSON.parse(mapping) as unknown })
}
