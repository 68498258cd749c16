import { useTranslations } from 'next-intl'
import { Button, LinkButton } from '@/components/ui/button'
import { Field, Input } from '@/components/ui/field'

/** A plain form that puts the search into the address: it works without JavaScript and can be sent to somebody. */
export function SearchForm({ search, path }: { search: string; path: string }) {
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
          {t('clear')}
        </LinkButton>
      )}
    </form>
  )
}
