'use client'

import { Menu } from '@base-ui/react/menu'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { MENU_ITEM, MENU_POPUP } from '@/components/shell/menu-look'
import { Icon } from '@/components/ui/icon'
import { shortHex } from '@/lib/format/hex'
import { ACCOUNT_BUTTON, AccountFace, type AccountMenuProps } from './account-menu'
import { storeDemoAccount } from './demo/identity'
import { forgetDrafts } from './draft'
import { forgetVouchers } from './vouchers-kept'

/** Opens as it appears: it is loaded by the press on the button whose place it takes. Carries no wallet code. */
export function AccountChoices({ viewer, demo }: AccountMenuProps) {
  const t = useTranslations('wallet.account')
  return (
    <Menu.Root defaultOpen>
      <Menu.Trigger className={ACCOUNT_BUTTON}>
        <AccountFace name={viewer.name} />
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

/** The demo wallet forgets its member, the tab what was typed and the browser its vouchers, or the next visitor would find them. */
async function signOut(): Promise<void> {
  storeDemoAccount(null)
  forgetDrafts()
  forgetVouchers()
  const auth = await import('next-auth/react')
  await auth.signOut({ callbackUrl: '/' })
}
