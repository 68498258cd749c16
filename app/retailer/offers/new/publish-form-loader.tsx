'use client'

import { partOnDemand } from '@/components/ui/part-on-demand'
import type { PublishFormProps } from './publish-form'
import { FormSkeleton } from './form-skeleton'

/** In the browser only: what the form starts with is the draft kept there. */
const PublishForm = partOnDemand(() => import('./publish-form').then((module) => module.PublishForm), <FormSkeleton />)

export function PublishFormLoader(props: PublishFormProps) {
  return <PublishForm {...props} />
}
