import { useTranslations } from 'next-intl'
import { Button, LinkButton } from '@/components/ui/button'
import { Field, Input } from '@/components/ui/field'

export interface SearchFormProps {
  search: string
  path: string
  /** What is shown without a search. */
  clear?: string
}

/** A plain form that puts the search into the address: it works without JavaScript and can be sent to somebody. */
export function SearchForm({ search, path, clear }: SearchFormProps) {
  const t = useTranslations('operator.search')
  return (
    <form role="search" action={path} className="flex flex-wrap items-end gap-2 px-4 pb-4 sm:px-6">
      <Field label={t('label')} className="min-w-56 flex-1 sm:max-w-sm">
        <Input
          name="q"
          type="search"
          defaultValue={search}
          key={search}
          placeholder={t('placeholder')}
          maxLength={80}
        />
      </Field>
      <Button type="submit">{t('find')}</Button>
      {search && (
        <LinkButton href={path} variant="quiet">
          {clear ?? t('clear')}
        </LinkButton>
      )}
    </form>
  )
}
