'use client'

import { Menu } from '@base-ui/react/menu'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Icon, type IconName } from '@/components/ui/icon'
import { parseTheme, THEME_COOKIE, themes, type Theme } from './theme'
import { ICON_BUTTON, MENU_ITEM, MENU_POPUP } from './menu-look'

const ICON: Record<Theme, IconName> = { system: 'monitor', light: 'sun', dark: 'moon' }
const ONE_YEAR = 365 * 24 * 60 * 60

/** The choice is a cookie, so that the server writes the right page at once and nothing flashes. */
export function ThemeSwitch({ initial }: { initial: Theme }) {
  const t = useTranslations('shell.theme')
  const [theme, setTheme] = useState(initial)

  function choose(value: string) {
    const next = parseTheme(value)
    setTheme(next)
    document.cookie = `${THEME_COOKIE}=${next}; path=/; max-age=${ONE_YEAR}; samesite=lax`
    if (next === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = next
  }

  return (
    <Menu.Root>
      <Menu.Trigger aria-label={t('label')} className={ICON_BUTTON}>
        <Icon name={ICON[theme]} />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={6} align="end" collisionPadding={16} className="z-50">
          <Menu.Popup className={MENU_POPUP}>
            <Menu.RadioGroup value={theme} onValueChange={choose}>
              {themes.map((one) => (
                <Menu.RadioItem key={one} value={one} closeOnClick className={MENU_ITEM}>
                  <Icon name={ICON[one]} size={18} />
                  <span className="flex-1">{t(one)}</span>
                  <Menu.RadioItemIndicator>
                    <Icon name="check" size={16} />
                  </Menu.RadioItemIndicator>
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
