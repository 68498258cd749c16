import { useTranslations } from 'next-intl'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { LinkButton } from '@/components/ui/button'
import { LocaleSwitch, type LocaleAction } from './locale-switch'
import { Logo } from './logo'
import { TopNav } from './nav'
import { navItems, type ShellViewer } from './nav-items'
import type { Theme } from './theme'
import { ThemeSwitch } from './theme-switch'

export interface HeaderProps {
  viewer: ShellViewer | null
  theme: Theme
  localeAction: LocaleAction
  account?: ReactNode
}

export function Header({ viewer, theme, localeAction, account }: HeaderProps) {
  const t = useTranslations('shell')
  return (
    <header className="sticky top-0 z-30 border-b border-line bg-surface print:hidden">
      <div className="mx-auto flex h-14 max-w-page items-center gap-2 px-4 sm:h-16 sm:gap-6 sm:px-6 lg:px-8">
        <Link href="/" className="flex min-h-11 items-center gap-2.5 font-semibold tracking-tight">
          <Logo />
          <span>Switchyard</span>
        </Link>
        <TopNav items={navItems(viewer)} />
        <div className="ml-auto flex min-w-0 items-center gap-0.5 sm:gap-1">
          <LocaleSwitch action={localeAction} />
          <div className="hidden sm:block">
            <ThemeSwitch initial={theme} />
          </div>
          {account ?? <SignIn label={t('account.signIn')} />}
        </div>
      </div>
    </header>
  )
}

function SignIn({ label }: { label: string }) {
  return (
    <LinkButton href="/sign-in" variant="primary" className="ml-1 whitespace-nowrap">
      {label}
    </LinkButton>
  )
}
