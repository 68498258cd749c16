'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Field, Input } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'
import { Spinner } from '@/components/ui/spinner'
import { shortHex } from '@/lib/format/hex'
import type { DemoMember } from './members'

/** Groups in the order in which a newcomer needs them; roles without a group of their own come last. */
const GROUPS = ['household', 'business', 'consumer', 'retailer', 'grid', 'exchange', 'storage', 'charging'] as const
type Group = (typeof GROUPS)[number] | 'other'

export interface MemberPickerProps {
  members: readonly DemoMember[]
  onChoose: (member: DemoMember) => void
  /** Whose choice is being carried out: nobody can be chosen meanwhile. */
  busyAddress?: string | null
  /** Who the visitor is now. */
  currentAddress?: string | null
}

/** Everyone in the demo market, by role, with a search over names and addresses. */
export function MemberPicker({ members, onChoose, busyAddress = null, currentAddress = null }: MemberPickerProps) {
  const t = useTranslations('wallet.demo')
  const [search, setSearch] = useState('')
  const wanted = search.trim().toLowerCase()
  const found = members.filter(({ name, address }) => `${name} ${address}`.toLowerCase().includes(wanted))
  const groups = groupsOf(found)
  return (
    <div className="space-y-5">
      <Field label={t('search')}>
        <Input
          type="search"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          placeholder={t('searchExample')}
        />
      </Field>
      <p role="status" className="sr-only">
        {t('found', { count: found.length })}
      </p>
      {found.length === 0 && <p className="text-sm text-quiet">{t('nobody', { search })}</p>}
      {groups.map(({ group, members: some }) => (
        <section key={group} aria-label={t(`group.${group}`)}>
          <h3 className="mb-2 text-sm font-medium text-quiet">{t(`group.${group}`)}</h3>
          {/* A long group scrolls by itself, so that the groups after it stay in sight; half a row shows that there is more. */}
          <ul className="max-h-[22.75rem] divide-y divide-line overflow-y-auto rounded-control border border-line">
            {some.map((member) => (
              <li key={member.address}>
                <Choice
                  member={member}
                  busy={busyAddress === member.address}
                  disabled={busyAddress !== null}
                  current={currentAddress?.toLowerCase() === member.address.toLowerCase()}
                  onChoose={onChoose}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

interface ChoiceProps {
  member: DemoMember
  busy: boolean
  disabled: boolean
  current: boolean
  onChoose: (member: DemoMember) => void
}

function Choice({ member, busy, disabled, current, onChoose }: ChoiceProps) {
  const t = useTranslations('wallet.demo')
  return (
    <button
      type="button"
      disabled={disabled}
      aria-busy={busy || undefined}
      onClick={() => onChoose(member)}
      className="flex min-h-12 w-full items-center gap-3 bg-surface px-4 py-2 text-left -outline-offset-2 enabled:hover:bg-sunken disabled:cursor-not-allowed"
    >
      <span className="min-w-0 flex-1 font-medium wrap-anywhere">{member.name}</span>
      {current && <span className="text-xs text-accent">{t('current')}</span>}
      <span className="font-mono text-xs text-quiet">{shortHex(member.address)}</span>
      {busy ? <Spinner size={16} /> : <Icon name="arrowRight" size={16} className="text-quiet" />}
    </button>
  )
}

function groupsOf(members: readonly DemoMember[]): { group: Group; members: DemoMember[] }[] {
  const groupOf = ({ role }: DemoMember): Group => GROUPS.find((group) => group === role) ?? 'other'
  return [...GROUPS, 'other' as const]
    .map((group) => ({ group, members: members.filter((member) => groupOf(member) === group) }))
    .filter(({ members: some }) => some.length > 0)
}
