'use client'

import { useTranslations } from 'next-intl'
import type { ShellViewer } from '@/components/shell/nav-items'
import { Icon } from '@/components/ui/icon'
import { useOnIntent } from '@/components/ui/use-on-intent'

export interface AccountMenuProps {
  viewer: ShellViewer
  demo: boolean
}

export const ACCOUNT_BUTTON =
  'flex min-h-11 max-w-48 min-w-0 items-center gap-2 rounded-control px-1.5 text-sm font-medium hover:bg-sunken data-popup-open:bg-sunken sm:min-h-10'
const loadChoices = () => import('./account-choices').then((module) => module.AccountChoices)

/** Who is signed in, the way to another member of the demo, and the way out. Carries no wallet code. */
export function AccountMenu(props: AccountMenuProps) {
  const { loaded, trigger } = useOnIntent(loadChoices)
  if (loaded) return <loaded.part {...props} />
  return (
    <button {...trigger} aria-haspopup="menu" className={ACCOUNT_BUTTON}>
      <AccountFace name={props.viewer.name} />
    </button>
  )
}

export function AccountFace({ name }: { name: string }) {
  const t = useTranslations('wallet.account')
  const initial = [...name.replace(/^0x/, '')][0]?.toUpperCase()
  return (
    <>
      <span
        aria-hidden="true"
        className="grid size-8 shrink-0 place-items-center rounded-full bg-accent-ground font-semibold text-accent"
      >
        {initial}
      </span>
      <span className="sr-only">{t('label')}</span>
      <span className="hidden truncate md:block">{name}</span>
      <Icon name="chevronDown" size={16} className="hidden text-quiet md:block" />
    </>
  )
}
