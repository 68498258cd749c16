import { useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/button'
import type { LocalDate } from '@/lib/domain/metering/calendar'

/** Where the holder of a meter gets the proof of a day. */
export function proveDayHref(meterId: string, day: LocalDate): string {
  return `/consumer/metering/proof?${new URLSearchParams({ meter: meterId, day }).toString()}`
}

export function ProveDayLink({ meterId, day }: { meterId: string; day: LocalDate }) {
  const t = useTranslations('dayProof')
  return (
    <LinkButton href={proveDayHref(meterId, day)} size="small">
      {t('proveThisDay')}
    </LinkButton>
  )
}
