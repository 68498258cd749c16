'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Card } from '@/components/ui/card'
import type { HomeProfile } from '@/lib/services/home-profiles'
import { FileDrop } from './file-drop'
import type { OwnMeter } from './own-meters'
import { ProfileList } from './profile-list'
import { compareStore } from './use-compare'
import { useFocusOnce } from './use-focus-once'
import type { UseSource } from './use-source'

export interface UsePickerProps {
  profiles: readonly HomeProfile[]
  ownMeters: readonly OwnMeter[]
  /** What was just removed. */
  removed: UseSource | null
  round: number
}

/** Three ways to say how much is used: a file, somebody alike, or one's own reads. */
export function UsePicker({ profiles, ownMeters, removed, round }: UsePickerProps) {
  const t = useTranslations('compare.pick')
  const undo = useFocusOnce<HTMLDivElement>(removed ? `removed ${round}` : null)
  return (
    <div className="space-y-6">
      {removed && (
        <div ref={undo} tabIndex={-1} className="rounded-card">
          <Callout
            tone="info"
            title={t('removed')}
            todo={
              <Button size="small" onClick={() => void compareStore().undo()}>
                {t('undo')}
              </Button>
            }
            live
          />
        </div>
      )}
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <div className="grid min-w-0 gap-6">
          {ownMeters.length > 0 && <OwnMeters meters={ownMeters} />}
          <Card title={t('file')} lead={t('fileLead')}>
            <FileDrop onFile={(file) => void compareStore().start({ kind: 'file', file })} />
          </Card>
        </div>
        <Card title={t('profile')} lead={t('profileLead')} flush>
          <ProfileList profiles={profiles} />
        </Card>
      </div>
    </div>
  )
}

function OwnMeters({ meters }: { meters: readonly OwnMeter[] }) {
  const t = useTranslations('compare.pick')
  return (
    <Card title={t('own')} lead={t('ownLead')}>
      <ul className="flex flex-wrap gap-2">
        {meters.map(({ id, label, point }) => (
          <li key={id} className="min-w-0">
            <Button
              variant="primary"
              className="max-w-full"
              onClick={() => void compareStore().start({ kind: 'own', meterId: id, name: label, point })}
            >
              <span className="truncate">{label}</span>
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  )
}
