'use client'

import { useSyncExternalStore } from 'react'
import type { ContractAddresses } from '@/lib/chain/contracts'
import { ChooseMember } from './choose-member'
import { ConfirmSignature } from './confirm-signature'
import { currentPrompt, subscribeToPrompts } from './prompts'

/** Where the demo wallet asks its questions, one at a time. */
export function DemoPrompts({ contracts }: { contracts: ContractAddresses }) {
  const prompt = useSyncExternalStore(subscribeToPrompts, currentPrompt, () => null)
  if (!prompt) return null
  const { question } = prompt
  if (question.kind === 'choose') {
    return <ChooseMember key={prompt.id} members={question.members} onChoose={prompt.approve} onClose={prompt.reject} />
  }
  return (
    <ConfirmSignature
      key={prompt.id}
      question={question}
      contracts={contracts}
      onApprove={() => prompt.approve(question.member)}
      onReject={prompt.reject}
    />
  )
}
