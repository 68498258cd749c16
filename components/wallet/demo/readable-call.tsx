'use client'

import { useTranslations } from 'next-intl'
import { decodeFunctionData } from 'viem'
import { DescriptionList } from '@/components/ui/description-list'
import { escrowAbi, meterRegistryAbi, offerBookAbi, settlementTokenAbi, tariffBookAbi } from '@/lib/chain/contracts'
import { shortHex } from '@/lib/format/hex'
import type { CallRequest } from './prompts'

/** The contracts that members call with their own wallets. */
const KNOWN = [offerBookAbi, escrowAbi, settlementTokenAbi, meterRegistryAbi, tariffBookAbi] as const

/** A transaction by the name of the function it calls. */
export function ReadableCall({ request: { to, data } }: { request: CallRequest }) {
  const t = useTranslations('wallet.call')
  const name = functionNameOf(data)
  const known = name && t.has(`does.${name}` as 'does.withdraw')
  return (
    <>
      <p className="mb-3 font-medium">{known ? t(`does.${name}` as 'does.withdraw') : t('other')}</p>
      <DescriptionList
        items={[
          {
            key: 'function',
            term: t('function'),
            description: <code className="text-xs">{name ?? data.slice(0, 10)}</code>,
          },
          {
            key: 'to',
            term: t('to'),
            description: (
              <span className="font-mono text-xs" title={to}>
                {shortHex(to)}
              </span>
            ),
          },
          { key: 'size', term: t('size'), description: t('bytes', { count: (data.length - 2) / 2 }), numeric: true },
        ]}
      />
    </>
  )
}

function functionNameOf(data: `0x${string}`): string | null {
  for (const abi of KNOWN) {
    try {
      return decodeFunctionData({ abi, data }).functionName
    } catch {
      // Not a function of this contract: try the next.
    }
  }
  return null
}
