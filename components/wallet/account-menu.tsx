'use client'

import { Menu } from '@base-ui/react/menu'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { MENU_ITEM, MENU_POPUP } from '@/components/shell/menu-look'
import type { ShellViewer } from '@/components/shell/nav-items'
import { Icon } from '@/components/ui/icon'
import { shortHex } from '@/lib/format/hex'
import { storeDemoAccount } from './demo/identity'
import { forgetDrafts } from './draft'

/** Who is signed in, the way to another member of the demo, and the way out. Carries no wallet code. */
export function AccountMenu({ viewer, demo }: { viewer: ShellViewer; demo: boolean }) {
  const t = useTranslations('wallet.account')
  const initial = [...viewer.name.replace(/^0x/, '')][0]?.toUpperCase()
  return (
    <Menu.Root>
      <Menu.Trigger className="flex min-h-11 max-w-48 min-w-0 items-center gap-2 rounded-control px-1.5 text-sm font-medium hover:bg-sunken data-popup-open:bg-sunken sm:min-h-10">
        <span
          aria-hidden="true"
          className="grid size-8 shrink-0 place-items-center rounded-full bg-accent-ground font-semibold text-accent"
        >
          {initial}
        </span>
        <span className="sr-only">{t('label')}</span>
        <span className="hidden truncate md:block">{viewer.name}</span>
        <Icon name="chevronDown" size={16} className="hidden text-quiet md:block" />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={6} align="end" collisionPadding={16} className="z-50">
          <Menu.Popup className={`${MENU_POPUP} w-64`}>
            <div className="border-b border-line px-3 pt-2 pb-3">
              <p className="font-semibold wrap-anywhere">{viewer.name}</p>
              <p className="mt-0.5 font-mono text-xs text-quiet">{shortHex(viewer.address)}</p>
            </div>
            <div className="pt-1.5">
              {viewer.roles.includes('consumer') && (
                <Destination href="/consumer/wallet" icon="wallet" label={t('wallet')} />
              )}
              {demo && <Destination href="/sign-in" icon="globe" label={t('switchMember')} />}
              <Menu.Item onClick={() => void signOut()} className={MENU_ITEM}>
                <Icon name="leave" size={18} />
                {t('signOut')}
              </Menu.Item>
            </div>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

function Destination({ href, icon, label }: { href: string; icon: 'wallet' | 'globe'; label: string }) {
  return (
    <Menu.LinkItem render={<Link href={href} />} closeOnClick className={MENU_ITEM}>
      <Icon name={icon} size={18} />
      {label}
    </Menu.LinkItem>
  )
}

/** The demo wallet forgets its member and the tab what was typed, or the next visitor would find them. */
async function signOut(): Promise<void> {
  storeDemoAccount(null)
  forgetDrafts()
  const auth = await import('next-auth/react')
  await auth.signOut({ callbackUrl: '/' })
}
