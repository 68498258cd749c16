'use client'

import dynamic from 'next/dynamic'
import type { PublishFormProps } from './publish-form'
import { FormSkeleton } from './form-skeleton'

/** In the browser only: what the form starts with is the draft kept there. */
const PublishForm = dynamic(() => import('./publish-form').then((module) => module.PublishForm), {
  ssr: false,
  loading: () => <FormSkeleton />,
})

export function PublishFormLoader(props: PublishFormProps) {
  return <PublishForm {...props} />
}
