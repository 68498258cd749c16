'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Field, Input, Select } from '@/components/ui/field'
import { formatDuration } from '@/lib/format/duration'
import { LENGTHS_S, ORDERS, type MappingForm } from './mapping-form'

const ZONES = [
  'Asia/Shanghai',
  'UTC',
  'Europe/London',
  'Europe/Amsterdam',
  'Australia/Sydney',
  'America/New_York',
  '+10:00',
]

export interface MappingSettingsProps {
  form: MappingForm
  onChange: (form: MappingForm) => void
}

/** What holds for the whole table. */
export function MappingSettings({ form, onChange }: MappingSettingsProps) {
  const t = useTranslations('imports.mapping')
  const locale = useLocale()
  const set = (part: Partial<MappingForm>) => onChange({ ...form, ...part })
  const hasTimes = form.columns.some(({ role }) => role === 'time')
  return (
    <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      <Field label={t('order')}>
        <Select
          value={form.isUnix && hasTimes ? 'unix' : form.order}
          onChange={({ target: { value } }) =>
            set(value === 'unix' ? { isUnix: true } : { isUnix: false, order: value as MappingForm['order'] })
          }
        >
          {ORDERS.map((order) => (
            <option key={order} value={order}>
              {t(`orders.${order}`)}
            </option>
          ))}
          {hasTimes && <option value="unix">{t('isUnix')}</option>}
        </Select>
      </Field>
      <Field label={t('zone')} hint={t('zoneHint')}>
        <Input list="zones" value={form.zone} onChange={({ target }) => set({ zone: target.value })} maxLength={60} />
      </Field>
      <datalist id="zones">
        {ZONES.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <Field label={t('mark')}>
        <Select value={form.mark} onChange={({ target }) => set({ mark: target.value as MappingForm['mark'] })}>
          <option value="start">{t('marks.start')}</option>
          <option value="end">{t('marks.end')}</option>
        </Select>
      </Field>
      <Field label={t('decimal')}>
        <Select
          value={form.decimal}
          onChange={({ target }) => set({ decimal: target.value as MappingForm['decimal'] })}
        >
          <option value=".">{t('decimals.point')}</option>
          <option value=",">{t('decimals.comma')}</option>
        </Select>
      </Field>
      <Field label={t('kind')}>
        <Select value={form.kind} onChange={({ target }) => set({ kind: target.value as MappingForm['kind'] })}>
          <option value="interval">{t('kinds.interval')}</option>
          <option value="register">{t('kinds.register')}</option>
        </Select>
      </Field>
      <Field label={t('seconds')}>
        <Select
          value={form.seconds ?? ''}
          onChange={({ target: { value } }) =>
            set({ seconds: LENGTHS_S.find((seconds) => String(seconds) === value) ?? null })
          }
        >
          <option value="">{t('auto')}</option>
          {LENGTHS_S.map((seconds) => (
            <option key={seconds} value={seconds}>
              {formatDuration(seconds / 60, locale)}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  )
}
