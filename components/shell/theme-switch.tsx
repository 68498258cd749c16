'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Icon } from '@/components/ui/icon'
import { useOnIntent } from '@/components/ui/use-on-intent'
import { ICON_BUTTON } from './menu-look'
import { parseTheme, THEME_COOKIE, type Theme } from './theme'
import { THEME_ICON } from './theme-icon'

const ONE_YEAR = 365 * 24 * 60 * 60
const loadMenu = () => import('./theme-menu').then((module) => module.ThemeMenu)

/** The choice is a cookie, so that the server writes the right page at once and nothing flashes. */
export function ThemeSwitch({ initial }: { initial: Theme }) {
  const t = useTranslations('shell.theme')
  const [theme, setTheme] = useState(initial)
  const { loaded, trigger } = useOnIntent(loadMenu)

  function choose(value: string) {
    const next = parseTheme(value)
    setTheme(next)
    document.cookie = `${THEME_COOKIE}=${next}; path=/; max-age=${ONE_YEAR}; samesite=lax`
    if (next === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = next
  }

  if (loaded) return <loaded.part theme={theme} onChoose={choose} />
  return (
    <button {...trigger} aria-haspopup="menu" aria-label={t('label')} className={ICON_BUTTON}>
      <Icon name={THEME_ICON[theme]} />
    </button>
  )
}
