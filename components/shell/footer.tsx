import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { Logo } from './logo'
import type { Theme } from './theme'
import { ThemeSwitch } from './theme-switch'

/** `demo`: the measured data are the demo's; a real market says nothing of them. */
export function Footer({ theme, demo }: { theme: Theme; demo: boolean }) {
  const t = useTranslations('shell.footer')
  return (
    <footer className="mt-auto border-t border-line text-sm text-quiet print:hidden">
      <div className="mx-auto grid max-w-page gap-8 px-4 py-8 sm:grid-cols-2 sm:px-6 sm:py-10 lg:grid-cols-[2fr_2fr_1fr] lg:px-8">
        <div className="max-w-prose">
          <p className="flex items-center gap-2 font-semibold text-ink">
            <Logo size={20} /> Switchyard
          </p>
          <p className="mt-2">{t('about')}</p>
        </div>
        {demo && (
          <div className="max-w-prose">
            <h2 className="font-semibold text-ink">{t('dataTitle')}</h2>
            <p className="mt-2">{t('data')}</p>
          </div>
        )}
        <div className="flex items-start justify-between gap-4 sm:col-span-2 lg:col-start-3 lg:col-span-1 lg:justify-end">
          <ul className="space-y-1">
            <li className="py-1">{t('licence')}</li>
            <li>
              <Link href="/check-bill" className="link inline-flex min-h-11 items-center sm:min-h-7">
                {t('checkBill')}
              </Link>
            </li>
            <li>
              <Link href="/check-day" className="link inline-flex min-h-11 items-center sm:min-h-7">
                {t('checkDay')}
              </Link>
            </li>
            <li>
              <a href="/api/health" className="link inline-flex min-h-11 items-center sm:min-h-7">
                {t('health')}
              </a>
            </li>
          </ul>
          <div className="sm:hidden">
            <ThemeSwitch initial={theme} />
          </div>
        </div>
      </div>
    </footer>
  )
}
