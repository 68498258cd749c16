import { useTranslations } from 'next-intl'
import { ChoiceLink, ChoiceLinks } from '@/components/ui/choice-links'
import { SESSION_KINDS } from '@/lib/domain/surplus/session'
import { choiceHref, type SessionChoice } from './session-filter'

/** By kind, and by region where there is more than one. */
export function Choices({ choice, regions }: { choice: SessionChoice; regions: readonly number[] }) {
  const t = useTranslations('sessions.list.filter')
  const facts = useTranslations('sessions.facts')
  return (
    <nav aria-label={t('label')} className="flex flex-col gap-x-8 gap-y-3 sm:flex-row sm:flex-wrap">
      <ChoiceLinks label={t('kind')}>
        <ChoiceLink href={choiceHref({ ...choice, kind: undefined })} chosen={!choice.kind}>
          {t('anyKind')}
        </ChoiceLink>
        {SESSION_KINDS.map((kind) => (
          <ChoiceLink key={kind} href={choiceHref({ ...choice, kind })} chosen={choice.kind === kind}>
            {t(kind)}
          </ChoiceLink>
        ))}
      </ChoiceLinks>
      {(regions.length > 1 || choice.region !== undefined) && (
        <ChoiceLinks label={t('region')}>
          <ChoiceLink href={choiceHref({ ...choice, region: undefined })} chosen={choice.region === undefined}>
            {t('anyRegion')}
          </ChoiceLink>
          {regions.map((region) => (
            <ChoiceLink key={region} href={choiceHref({ ...choice, region })} chosen={choice.region === region}>
              {facts('regionName', { region: String(region) })}
            </ChoiceLink>
          ))}
        </ChoiceLinks>
      )}
    </nav>
  )
}
