/** A read and what was answered to it, on one line. */
import { createTranslator } from 'use-intl/core'
import { sumWh } from '@/lib/domain/metering/register-values'
import messages from '@/messages/en.json'
import type { Result } from './replay'

const translate = createTranslator({ locale: 'en', messages, namespace: 'refusals' }) as unknown as {
  (name: string, facts: Record<string, string>): string
  has: (name: string) => boolean
}

export function resultText({ signed: { read }, fate }: Result): string {
  const when = new Date(read.time * 1_000).toISOString()
  const shows = `no. ${read.sequence}, ${read.quality}, import ${sumWh(read.importWh)} Wh, export ${read.exportWh} Wh`
  return `${when}  ${shows}  ${fateText(fate)}`
}

function fateText(fate: Result['fate']): string {
  switch (fate.kind) {
    case 'recorded':
      return `recorded ${fate.txHash}`
    case 'waiting':
      return 'taken; it is recorded with the settlement of its period. Run again later to go on.'
    case 'refused':
      return `${fate.name}: ${translate.has(fate.name) ? translate(fate.name, fate.facts) : JSON.stringify(fate.facts)}`
  }
}
