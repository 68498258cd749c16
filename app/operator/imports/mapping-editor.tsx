'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Field, Input, Select } from '@/components/ui/field'
import type { CsvLook, CsvMapping } from '@/lib/services/look-at-file'
import type { SavedMapping } from '@/lib/services/saved-mappings'
import { saveMapping } from './actions'
import { ColumnTable } from './column-table'
import { emptyMapping } from './empty-mapping'
import { formOf, mappingOf, missingIn, type MappingForm } from './mapping-form'
import { MappingMeaning } from './mapping-meaning'
import { MappingSettings } from './mapping-settings'
import { WholeRefusal } from './whole-refusal'

export interface MappingEditorProps {
  file: File
  look: CsvLook
  saved: SavedMapping[]
  onSaved: (name: string) => void
  onSkip: () => void
}

/** What the columns of a table mean, said by a person who sees at once what the first rows become. */
export function MappingEditor({ file, look, saved, onSaved, onSkip }: MappingEditorProps) {
  const t = useTranslations('imports.mapping')
  const [base, setBase] = useState<CsvMapping>(look.mapping ?? emptyMapping())
  const [form, setForm] = useState<MappingForm | null>(() => formOf(base, look))
  const [name, setName] = useState('')
  const [refusal, setRefusal] = useState<string | null>(null)
  const [isSaving, setSaving] = useState(false)
  const missing = form && missingIn(form)
  const mapping = form ? mappingOf(form, base) : base

  function choose(chosen: string) {
    const next = saved.find((one) => one.name === chosen)?.mapping ?? look.mapping ?? emptyMapping()
    begin(next)
    setName(chosen)
  }

  function begin(next: CsvMapping) {
    setBase(next)
    setForm(formOf(next, look))
  }

  async function save() {
    setSaving(true)
    const data = new FormData()
    data.set('name', name)
    data.set('mapping', JSON.stringify(mapping))
    const kept = await saveMapping(data)
    setSaving(false)
    if (kept.ok) onSaved(kept.value)
    else setRefusal(kept.refusal.name)
  }

  return (
    <section aria-label={t('title', { name: file.name })} className="mt-6 rounded-card border border-line p-4 sm:p-6">
      <h3 className="font-semibold wrap-anywhere">{t('title', { name: file.name })}</h3>
      <p className="mt-1 max-w-prose text-sm text-quiet">{t(form ? (look.mapping ? 'lead' : 'none') : 'fixed')}</p>
      <div className="mt-6 space-y-6">
        {saved.length > 0 && (
          <Field label={t('saved')} className="max-w-sm">
            <Select defaultValue="" onChange={({ target }) => choose(target.value)}>
              <option value="">{t('propose')}</option>
              {saved.map((one) => (
                <option key={one.name}>{one.name}</option>
              ))}
            </Select>
          </Field>
        )}
        {!form && <Button onClick={() => begin(emptyMapping())}>{t('byHand')}</Button>}
        {form && <ColumnTable look={look} form={form} onChange={setForm} />}
        {form && <MappingSettings form={form} onChange={setForm} />}
        {missing ? (
          <Callout tone="warning" title={t(`missing.${missing}`)} live />
        ) : (
          <MappingMeaning file={file} mapping={JSON.stringify(mapping)} heading="h4" />
        )}
        {refusal && <WholeRefusal name={refusal} />}
        <div className="flex flex-wrap items-end gap-3">
          <Field label={t('name')} hint={t('nameHint')} className="w-full sm:w-80">
            <Input value={name} onChange={({ target }) => setName(target.value)} maxLength={80} />
          </Field>
          <Button variant="primary" pending={isSaving} disabled={missing !== null || name.trim() === ''} onClick={save}>
            {t('save')}
          </Button>
          <Button variant="quiet" onClick={onSkip}>
            {t('skip')}
          </Button>
        </div>
      </div>
    </section>
  )
}
