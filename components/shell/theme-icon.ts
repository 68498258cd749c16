import type { IconName } from '@/components/ui/icon'
import type { Theme } from './theme'

export const THEME_ICON: Record<Theme, IconName> = { system: 'monitor', light: 'sun', dark: 'moon' }
