import { useTranslations } from 'next-intl'
import type { FileFault } from '@/lib/domain/metering/file-fault'

type FaultName = Parameters<ReturnType<typeof useTranslations<'fileFaults'>>['has']>[0]

/** The sentence of a fault or remark, with its facts. One without a sentence is shown by its name: nothing is hidden. */
export function FileFaultText({ name, facts }: Pick<FileFault, 'name' | 'facts'>) {
  const t = useTranslations('fileFaults')
  const report = useTranslations('imports.report')
  const known = name as FaultName
  if (!t.has(known)) return <>{report('unknown', { name })}</>
  return <>{t(known, facts as never)}</>
}
