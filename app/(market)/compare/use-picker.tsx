'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import type { HomeProfile } from '@/lib/services/home-profiles'
import { FileDrop } from './file-drop'
import type { OwnMeter } from './own-meters'
import { ProfileList } from './profile-list'
import type { UseSource } from './use-source'

export interface UsePickerProps {
  profiles: readonly HomeProfile[]
  ownMeters: readonly OwnMeter[]
  onStart: (source: UseSource) => void
}

/** Three ways to say how much is used: a file, somebody alike, or one's own reads. */
export function UsePicker({ profiles, ownMeters, onStart }: UsePickerProps) {
  const t = useTranslations('compare.pick')
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <div className="grid min-w-0 gap-6">
        {ownMeters.length > 0 && <OwnMeters meters={ownMeters} onStart={onStart} />}
        <Card title={t('file')} lead={t('fileLead')}>
          <FileDrop onFile={(file) => onStart({ kind: 'file', file })} />
        </Card>
      </div>
      <Card title={t('profile')} lead={t('profileLead')} flush>
        <ProfileList profiles={profiles} onStart={onStart} />
      </Card>
    </div>
  )
}

function OwnMeters({ meters, onStart }: { meters: readonly OwnMeter[]; onStart: UsePickerProps['onStart'] }) {
  const t = useTranslations('compare.pick')
  return (
    <Card title={t('own')} lead={t('ownLead')}>
      <ul className="flex flex-wrap gap-2">
        {meters.map(({ id, label, point }) => (
          <li key={id} className="min-w-0">
            <Button
              variant="primary"
              className="max-w-full"
              onClick={() => onStart({ kind: 'own', meterId: id, name: label, point })}
            >
              <span className="truncate">{label}</span>
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  )
}
