/** The facts of a notice as its row keeps them: numbers are decimal strings. */
import { isNoticeKind, type Notice, type Told } from '@/lib/domain/members/notice'
import { micro, signedMicro, wh } from '@/lib/domain/units/units'
import type { StoredJson } from '../client'

/** By the name of a fact: what its text is. Any other is a text. */
const NUMBERS: Record<string, (text: string) => bigint | number> = {
  start: Number,
  end: Number,
  time: Number,
  due: Number,
  shown: (text) => wh(BigInt(text)),
  energy: (text) => wh(BigInt(text)),
  exitFee: (text) => micro(BigInt(text)),
  total: (text) => micro(BigInt(text)),
  open: (text) => micro(BigInt(text)),
  missing: (text) => micro(BigInt(text)),
  paid: (text) => micro(BigInt(text)),
  cost: (text) => micro(BigInt(text)),
  net: (text) => signedMicro(BigInt(text)),
}

interface NoticeRow {
  id: string
  kind: string
  facts: StoredJson
  at: bigint
  readAt: bigint | null
}

/** Empty where a newer version of the program told something this one does not know. */
export function noticeFrom({ id, kind, facts, at, readAt }: NoticeRow): Notice[] {
  if (!isNoticeKind(kind)) return []
  const told = { kind, facts: factsFrom(facts as Record<string, string | boolean>) } as unknown as Told
  return [{ ...told, id, at: Number(at), readAt: readAt === null ? null : Number(readAt) }]
}

function factsFrom(stored: Record<string, string | boolean>): Record<string, unknown> {
  const read = ([name, fact]: [string, string | boolean]) => [name, NUMBERS[name]?.(String(fact)) ?? fact] as const
  return Object.fromEntries(Object.entries(stored).map(read))
}
