import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { classes } from '@/components/ui/classes'
import { DemoRibbon } from './demo-ribbon'
import { Footer } from './footer'
import { Header } from './header'
import type { LocaleAction } from './locale-switch'
import { BottomNav } from './nav'
import { navItems, type ShellViewer } from './nav-items'
import type { Theme } from './theme'

export interface AppShellProps {
  viewer: ShellViewer | null
  /** The market is a demonstration with test money. */
  demo: boolean
  theme: Theme
  localeAction: LocaleAction
  /** Takes the place of the account menu and of "Sign in". */
  account?: ReactNode
  children: ReactNode
}

/** The frame of every page: skip link, ribbon, top bar, content, footer, and on a phone the bar under the thumb. */
export function AppShell({ viewer, demo, theme, localeAction, account, children }: AppShellProps) {
  const t = useTranslations('shell')
  const items = navItems(viewer)
  return (
    <div
      className={classes(
        'flex min-h-dvh flex-col',
        items.length > 1 && 'max-sm:pb-[calc(3.5rem+env(safe-area-inset-bottom))]',
      )}
    >
      <a
        href="#content"
        className="fixed top-2 left-2 z-50 -translate-y-24 rounded-control bg-accent px-4 py-2.5 font-medium text-on-accent focus:translate-y-0 print:hidden"
      >
        {t('skip')}
      </a>
      {demo && <DemoRibbon />}
      <Header viewer={viewer} theme={theme} localeAction={localeAction} account={account} />
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto w-full max-w-page px-4 pt-6 pb-16 outline-none sm:px-6 sm:pt-10 sm:pb-24 lg:px-8"
      >
        {children}
      </main>
      <Footer theme={theme} demo={demo} />
      <BottomNav items={items} />
    </div>
  )
}
