import { shortHex } from '@/lib/format/hex'
import { CopyText } from '@/components/ui/copy-text'

export interface AddressProps {
  address: string
  /** The member's name, when the viewer may know it. */
  name?: string | null
}

/** An account, by name if known; always with its address to copy. */
export function Address({ address, name }: AddressProps) {
  if (!name) return <ShortHex hex={address} />
  return (
    <span className="inline-flex max-w-full flex-wrap items-baseline gap-x-2">
      <span>{name}</span>
      <span className="text-[0.875em] font-normal text-quiet">
        <ShortHex hex={address} />
      </span>
    </span>
  )
}

/** The transaction that proves what is shown. */
export function TxHash({ hash }: { hash: string }) {
  return <ShortHex hex={hash} />
}

/** Any other name on the chain: an offer, an agreement, a meter. */
export function ShortHex({ hex }: { hex: string }) {
  return (
    <CopyText text={hex}>
      <span className="font-mono text-[0.9375em]">{shortHex(hex)}</span>
    </CopyText>
  )
}

/** Paper has no clipboard: there the name is written out. */
export function OnPaper({ hash }: { hash: string }) {
  return (
    <>
      <span className="print:hidden">
        <ShortHex hex={hash} />
      </span>
      <span className="hidden font-mono text-xs wrap-anywhere print:inline">{hash}</span>
    </>
  )
}
