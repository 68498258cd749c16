import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { LinkButton } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { PageHeader } from '@/components/ui/page-header'
import { getViewer, roleRefusals } from '@/lib/auth/viewer'
import { env } from '@/lib/env'
import { walletSettings } from '@/lib/services/wallet-settings'
import { memberHome, ownPath } from './member-home'
import { SignInPanel } from './sign-in-panel'

interface SignInPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn'))('title') }
}

/** `?done` is where a sign-in ends that came from nowhere in particular: it goes on to the member's own work. */
export default async function SignInPage({ searchParams }: SignInPageProps) {
  const [params, viewer, t, sentence] = await Promise.all([
    searchParams,
    getViewer(),
    getTranslations('signIn'),
    getTranslations('refusals'),
  ])
  if (viewer && params['done'] !== undefined) redirect(memberHome(viewer.roles))
  const refusal = roleRefusals.find((name) => name === params['refusal'])
  const callbackUrl = ownPath(params['callbackUrl'], env.publicUrl)
  return (
    <div className="mx-auto max-w-prose">
      <PageHeader title={t('title')} lead={t('lead')} />
      {viewer && (
        <Callout
          title={t('already', { name: viewer.name })}
          className="mb-6"
          todo={<LinkButton href={memberHome(viewer.roles)}>{t('goOn')}</LinkButton>}
        >
          {refusal ? sentence(refusal) : t('alreadyMeaning')}
        </Callout>
      )}
      <SignInPanel
        settings={walletSettings()}
        origin={new URL(env.publicUrl).origin}
        target={callbackUrl ?? '/sign-in?done'}
        currentAddress={viewer?.address ?? null}
      />
    </div>
  )
}
