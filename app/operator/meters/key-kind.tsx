import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import type { SignerKind } from '@/lib/chain/intents/meter-key'

/** The kind of a meter's key; a meter without one needs attention. */
export function KeyKind({ kind }: { kind: SignerKind }) {
  const t = useTranslations('meters.keyKind')
  return kind === 'revoked' ? <Badge tone="danger">{t('revoked')}</Badge> : <span>{t(kind)}</span>
}
