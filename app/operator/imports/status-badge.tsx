import { useTranslations } from 'next-intl'
import { Badge, type Tone } from '@/components/ui/badge'
import type { ImportStatus } from '@/lib/db/read/imports'

const TONE: Record<ImportStatus, Tone> = {
  receiving: 'info',
  waiting: 'info',
  reading: 'info',
  done: 'success',
  refused: 'danger',
  failed: 'warning',
}

export function StatusBadge({ status }: { status: ImportStatus }) {
  const t = useTranslations('imports.status')
  return <Badge tone={TONE[status]}>{t(status)}</Badge>
}
