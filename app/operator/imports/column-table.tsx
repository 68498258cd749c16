'use client'

import { useTranslations } from 'next-intl'
import { Select } from '@/components/ui/field'
import type { CsvLook } from '@/lib/services/look-at-file'
import { COLUMN_ROLES, UNITS, type ColumnPlan, type MappingForm } from './mapping-form'

const ENERGY = ['import', 'export', 'by-sign']

export interface ColumnTableProps {
  look: CsvLook
  form: MappingForm
  onChange: (form: MappingForm) => void
}

/** The first rows as they are, and above each column what it means. It scrolls sideways where it is wide. */
export function ColumnTable({ look, form, onChange }: ColumnTableProps) {
  const t = useTranslations('imports.mapping')
  const nameOf = (index: number) => look.header?.[index] || t('column', { number: index + 1 })
  const change = (index: number, part: Partial<ColumnPlan>) =>
    onChange({ ...form, columns: form.columns.map((column, at) => (at === index ? { ...column, ...part } : column)) })
  return (
    <div
      role="region"
      aria-label={t('columns')}
      tabIndex={0}
      className="overflow-x-auto rounded-control border border-line"
    >
      <table className="w-full text-sm">
        <caption className="sr-only">{t('columns')}</caption>
        <thead>
          <tr className="align-top">
            {form.columns.map((column, index) => (
              <th
                key={index}
                scope="col"
                className="min-w-44 border-b border-line bg-sunken/60 p-3 text-left font-medium"
              >
                <span className="mb-2 block max-w-56 truncate">{nameOf(index)}</span>
                <Select
                  aria-label={t('roleOf', { column: nameOf(index) })}
                  value={column.role}
                  onChange={({ target }) => change(index, { role: target.value as ColumnPlan['role'] })}
                >
                  {COLUMN_ROLES.map((role) => (
                    <option key={role} value={role}>
                      {t(`role.${role}`)}
                    </option>
                  ))}
                </Select>
                {ENERGY.includes(column.role) && (
                  <div className="mt-2">
                    <Select
                      aria-label={t('unitOf', { column: nameOf(index) })}
                      value={column.unit}
                      onChange={({ target }) => change(index, { unit: target.value as ColumnPlan['unit'] })}
                    >
                      {UNITS.map((unit) => (
                        <option key={unit}>{unit}</option>
                      ))}
                    </Select>
                  </div>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {look.rows.map((row, place) => (
            <tr key={place}>
              {form.columns.map(({ role }, index) => (
                <td
                  key={index}
                  className={`figure max-w-56 truncate px-3 py-2 ${role === 'none' ? 'text-quiet' : ''} ${ENERGY.includes(role) ? 'text-right' : ''}`}
                >
                  {row[index]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
