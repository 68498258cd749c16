'use client'

import { useTranslations } from 'next-intl'
import { useQuery } from '@tanstack/react-query'
import { Button } from '@/components/ui/button'
import { Skeleton } from '@/components/ui/skeleton'
import { failureOf } from '../failure'
import { FailureMessage } from '../failure-message'
import { MemberPicker, type MemberPickerProps } from './member-picker'
import { loadDemoMembers } from './members'

/** The picker with its own waiting, empty and failed states. */
export function DemoMembers(props: Omit<MemberPickerProps, 'members'>) {
  const t = useTranslations('wallet')
  const { data, error, refetch } = useQuery({ queryKey: ['demo-members'], queryFn: loadDemoMembers, retry: 1 })
  if (error) {
    const retry = <Button onClick={() => void refetch()}>{t('flow.retry')}</Button>
    return <FailureMessage failure={failureOf(error)} action={retry} />
  }
  if (!data) return <Skeleton className="h-64" />
  if (data.length === 0) return <p className="text-sm text-quiet">{t('demo.noMembers')}</p>
  return <MemberPicker {...props} members={data} />
}
