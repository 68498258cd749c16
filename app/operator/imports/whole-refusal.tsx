import { RefusalMessage } from '@/components/wallet/refusal-message'

/** A refusal that has no facts. */
export function WholeRefusal({ name }: { name: string }) {
  return <RefusalMessage refusal={{ name, facts: {} }} />
}
