'use client'

import { useTranslations } from 'next-intl'
import { DropZone } from '@/components/ui/drop-zone'
import { Icon } from '@/components/ui/icon'

/** A meter file to compare on. It stays on the device. */
export function FileDrop({ onFile }: { onFile: (file: File) => void }) {
  const t = useTranslations('compare.drop')
  return (
    <DropZone onFiles={([file]) => file && onFile(file)} drop={t('here')} choose={t('choose')}>
      <p className="flex items-start gap-2 text-left text-soft">
        <Icon name="circleCheck" size={18} className="mt-px text-success" />
        {t('private')}
      </p>
      <p>{t('formats')}</p>
    </DropZone>
  )
}
