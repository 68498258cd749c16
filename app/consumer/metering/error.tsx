'use client'

import { useTranslations } from 'next-intl'
import { AreaError } from '@/components/shell/area-error'

export default function MeteringError({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations('metering.error')
  const words = { title: t('title'), meaning: t('meaning'), retry: t('retry'), back: t('back') }
  return <AreaError error={error} retry={retry} words={words} back="/consumer" />
}
