/** Pauses, and alarms about what must never happen. */
import type { Activity } from '@/lib/domain/safety/activity'
import type { Tx } from '../client'
import { storableText, toJson } from '../stored/json'

export interface ActivityPause {
  activity: Activity
  until: number
  reason: string
}

export async function savePause(tx: Tx, { activity, until, reason }: ActivityPause): Promise<void> {
  const data = { until: BigInt(until), reason: storableText(reason) }
  await tx.activityPause.upsert({ where: { activity }, create: { activity, ...data }, update: data })
}

export async function deletePause(tx: Tx, activity: Activity): Promise<void> {
  await tx.activityPause.deleteMany({ where: { activity } })
}

export type AlarmKind = 'BillDiffersFromPreview' | 'DeliveryDiffersFromPreview' | 'FollowerHalted'

export interface Alarm {
  kind: AlarmKind
  /** What it is about: one alarm of a kind for each. */
  subject: string
  facts: Record<string, unknown>
  at: bigint
}

export async function saveAlarm(tx: Tx, { kind, subject, facts, at }: Alarm): Promise<void> {
  await tx.alarm.createMany({ data: [{ kind, subject, facts: toJson(facts), at }], skipDuplicates: true })
}
