'use client'

import { Menu } from '@base-ui/react/menu'
import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'
import { ICON_BUTTON, MENU_ITEM, MENU_POPUP } from './menu-look'
import { themes, type Theme } from './theme'
import { THEME_ICON } from './theme-icon'

export interface ThemeMenuProps {
  theme: Theme
  onChoose: (value: string) => void
}

/** Opens as it appears: it is loaded by the press on the button whose place it takes. */
export function ThemeMenu({ theme, onChoose }: ThemeMenuProps) {
  const t = useTranslations('shell.theme')
  return (
    <Menu.Root defaultOpen>
      <Menu.Trigger aria-label={t('label')} className={ICON_BUTTON}>
        <Icon name={THEME_ICON[theme]} />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={6} align="end" collisionPadding={16} className="z-50">
          <Menu.Popup className={MENU_POPUP}>
            <Menu.RadioGroup value={theme} onValueChange={onChoose}>
              {themes.map((one) => (
                <Menu.RadioItem key={one} value={one} closeOnClick className={MENU_ITEM}>
                  <Icon name={THEME_ICON[one]} size={18} />
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
