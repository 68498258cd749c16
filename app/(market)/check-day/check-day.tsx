'use client'

import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Card } from '@/components/ui/card'
import { FileInput } from '@/components/ui/file-input'
import { partOnDemand } from '@/components/ui/part-on-demand'
import { Skeleton } from '@/components/ui/skeleton'
import { Spinner } from '@/components/ui/spinner'
import type { Examined } from './examine'
import type { SigningMarket } from './own-check'

const Findings = partOnDemand(
  () => import('./findings').then((module) => module.Findings),
  <Skeleton className="h-64" />,
)

const ProofFault = partOnDemand(() => import('./proof-fault').then((module) => module.ProofFault))

type State = { kind: 'empty' } | { kind: 'reading' } | { kind: 'failed'; text: string } | (Examined & { text: string })

/** Far more than any proof file. */
const LONGEST_FILE = 1024 * 1024

/** The file stays in this browser. What checks it is loaded when there is one. */
export function CheckDay({ market, timeZone }: { market: SigningMarket; timeZone: string }) {
  const t = useTranslations('dayProof')
  const [state, setState] = useState<State>({ kind: 'empty' })
  const check = useCallback(
    async (text: string) => {
      setState({ kind: 'reading' })
      try {
        const { examine } = await import('./examine')
        setState({ ...(await examine(text, market)), text })
      } catch {
        setState({ kind: 'failed', text })
      }
    },
    [market],
  )
  useProofInLink(check)

  if (state.kind === 'reading') {
    return (
      <Card>
        <p role="status" className="flex items-center gap-3">
          <Spinner /> {t('reading')}
        </p>
      </Card>
    )
  }
  const again = state.kind === 'empty' ? undefined : () => setState({ kind: 'empty' })
  const retry = 'text' in state ? () => check(state.text) : undefined
  return (
    <div className="space-y-6">
      {state.kind === 'failed' && (
        <Callout tone="warning" title={t('failed.title')} todo={<Button onClick={retry}>{t('retry')}</Button>} live>
          {t('failed.meaning')}
        </Callout>
      )}
      {state.kind === 'refused' && <ProofFault refusal={state.refusal} />}
      {state.kind === 'checked' && <Findings examined={state} timeZone={timeZone} onRetry={retry} />}
      {state.kind === 'checked' ? (
        <Button onClick={again}>{t('another')}</Button>
      ) : (
        <FileInput longest={LONGEST_FILE} onText={check} words={(word) => t(`input.${word}`)} />
      )}
    </div>
  )
}

/** A link may carry the file behind its #, which browsers keep to themselves. */
function useProofInLink(check: (text: string) => Promise<void>) {
  useEffect(() => {
    async function look() {
      if (!window.location.hash) return
      const { textOfFragment } = await import('@/lib/chain/coding/proof-fragment')
      const text = await textOfFragment(window.location.hash)
      if (text !== null) await check(text)
    }
    void look()
    window.addEventListener('hashchange', look)
    return () => window.removeEventListener('hashchange', look)
  }, [check])
}
