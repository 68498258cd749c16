import type { Metadata, Viewport } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { AfterFirstPaint } from './after-first-paint'
import { FrameBoundary } from './frame-boundary'
import { chooseLocale } from './locale-action'
import './globals.css'
import { AppShell } from '@/components/shell/app-shell'
import { ClientMessages } from '@/components/shell/client-messages'
import { NoticesBell } from '@/components/shell/notices-bell'
import { parseTheme, THEME_COOKIE, type Theme } from '@/components/shell/theme'
import { AccountMenu } from '@/components/wallet/account-menu'
import { getViewer } from '@/lib/auth/viewer'
import { countUnread } from '@/lib/db/read/notices'
import { env } from '@/lib/env'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('shell.meta')
  const title = { default: t('title'), template: '%s · Switchyard' }
  const description = t('description')
  return {
    metadataBase: new URL(env.publicUrl),
    title,
    description,
    // Of each page its own address, whatever was filtered or carried along.
    alternates: { canonical: './' },
    openGraph: { type: 'website', siteName: 'Switchyard' },
  }
}

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#121a1f' },
  ],
}

/** Asks for nothing that can be away: what the frame needs of the database is asked inside the boundary. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, cookieStore] = await Promise.all([getLocale(), cookies()])
  const theme = parseTheme(cookieStore.get(THEME_COOKIE)?.value)
  return (
    // `AfterFirstPaint` takes the mark of loading away, perhaps before React comes.
    <html
      lang={locale === 'zh' ? 'zh-Hans' : locale}
      data-theme={theme === 'system' ? undefined : theme}
      data-loading
      suppressHydrationWarning
    >
      <body>
        <ClientMessages of={['shell', 'wallet.account']}>
          <FrameBoundary>
            <Frame theme={theme}>{children}</Frame>
          </FrameBoundary>
        </ClientMessages>
        <AfterFirstPaint />
      </body>
    </html>
  )
}

async function Frame({ theme, children }: { theme: Theme; children: ReactNode }) {
  const viewer = await getViewer()
  const unread = viewer?.roles.includes('consumer') ? await countUnread(viewer) : null
  const demo = env.mode === 'demo'
  const account = viewer && (
    <>
      {unread !== null && <NoticesBell unread={unread} />}
      <AccountMenu viewer={viewer} demo={demo} />
    </>
  )
  return (
    <AppShell viewer={viewer} demo={demo} theme={theme} localeAction={chooseLocale} account={account}>
      {children}
    </AppShell>
  )
}
