/**
 * Members are told what rows show: each statement looks at what happened since an instant and tells what was not told yet.
 * It may run at any time and any number of times; a notice is one of its kind for its account and subject.
 */
import type { Told } from '@/lib/domain/members/notice'
import { ZERO_HASH } from '@/lib/domain/units/hex'
import { asWorker, type Tx } from '../client'
import { toJson } from '../stored/json'

/** Tells what happened in the span, if nobody did. */
export interface Span {
  since: number
  now: number
}

const DAY_S = 86_400
/** A bill that is not paid is told of again so long before it is due. */
const BEFORE_DUE_S = 3 * DAY_S
/** So long after its start a supply may have had no read. */
const FIRST_READ_WITHIN_S = 100 * DAY_S

/** @returns how many were told. */
export async function tellWhatHappened(tx: Tx, span: Span): Promise<number> {
  let told = 0
  for (const tell of [
    signed,
    firstReads,
    switches,
    billsReady,
    billsRevised,
    arrears,
    billsDue,
    arrearsCleared,
    purchasesOwed,
  ])
    told += await tell(tx, span)
  return told
}

const signed = (tx: Tx, { since, now }: Span) => tx.$executeRaw`
  INSERT INTO notice (account, kind, subject, facts, at, made_at)
  SELECT a.consumer, 'Signed', a.id, jsonb_build_object('agreementId', a.id, 'offer', o.name,
    'retailer', coalesce(p.name, a.retailer), 'start', a.start::text), a.signed_at, ${BigInt(now)}
  FROM agreement a JOIN offer o ON o.id = a.offer_id LEFT JOIN public_profile p ON p.address = a.retailer
  WHERE a.signed_at BETWEEN ${BigInt(since)} AND ${BigInt(now)}
  ON CONFLICT DO NOTHING`

/** The read that opens the first bill. An agreement that was cancelled before its start has none. */
const firstReads = (tx: Tx, { since, now }: Span) => tx.$executeRaw`
  INSERT INTO notice (account, kind, subject, facts, at, made_at)
  SELECT a.consumer, 'FirstRead', a.id, jsonb_build_object('agreementId', a.id, 'offer', o.name,
    'retailer', coalesce(p.name, a.retailer), 'time', r.time::text, 'shown', r.shown::text), r.time, ${BigInt(now)}
  FROM agreement a JOIN offer o ON o.id = a.offer_id LEFT JOIN public_profile p ON p.address = a.retailer
  CROSS JOIN LATERAL (
    SELECT m.time, (SELECT sum(v) FROM unnest(m.import_wh) v) AS shown FROM meter_read m
    WHERE m.meter_id = a.meter_id AND m.time >= a.start ORDER BY m.time LIMIT 1
  ) r
  WHERE a.start BETWEEN ${BigInt(since - FIRST_READ_WITHIN_S)} AND ${BigInt(now)}
    AND (a.ended_at IS NULL OR a.ended_at > a.start) AND r.time BETWEEN ${BigInt(since)} AND ${BigInt(now)}
  ON CONFLICT DO NOTHING`

/** Done when the next supplier's supply has begun, not when it was signed. */
const switches = (tx: Tx, { since, now }: Span) => tx.$executeRaw`
  INSERT INTO notice (account, kind, subject, facts, at, made_at)
  SELECT a.consumer, 'SwitchDone', a.id, jsonb_build_object('agreementId', a.id, 'offer', o.name,
    'retailer', coalesce(p.name, a.retailer), 'start', a.start::text, 'former', former.name,
    'exitFee', f.exit_fee::text), a.start, ${BigInt(now)}
  FROM agreement a JOIN offer o ON o.id = a.offer_id LEFT JOIN public_profile p ON p.address = a.retailer
  JOIN agreement f ON f.id = a.replaces JOIN offer former ON former.id = f.offer_id
  WHERE a.replaces <> ${ZERO_HASH} AND a.start BETWEEN ${BigInt(since)} AND ${BigInt(now)}
    AND (a.ended_at IS NULL OR a.ended_at > a.start)
  ON CONFLICT DO NOTHING`

const billsReady = (tx: Tx, { since, now }: Span) => tx.$executeRaw`
  INSERT INTO notice (account, kind, subject, facts, at, made_at)
  SELECT b.consumer, 'BillReady', b.id, jsonb_build_object('billId', b.id, 'start', b.start::text, 'end', b.end::text,
    'total', b.total::text, 'estimated', b.basis IS NOT NULL), b.settled_at, ${BigInt(now)}
  FROM bill b WHERE b.settled_at BETWEEN ${BigInt(since)} AND ${BigInt(now)}
  ON CONFLICT DO NOTHING`

const billsRevised = (tx: Tx, { since, now }: Span) => tx.$executeRaw`
  INSERT INTO notice (account, kind, subject, facts, at, made_at)
  SELECT r.consumer, 'BillRevised', r.tx_hash || ':' || r.log_index, jsonb_build_object('billId', b.id,
    'start', b.start::text, 'end', b.end::text, 'net', r.net::text), r.settled_at, ${BigInt(now)}
  FROM bill_revision r JOIN bill b ON b.id = r.bill_id
  WHERE r.settled_at BETWEEN ${BigInt(since)} AND ${BigInt(now)}
  ON CONFLICT DO NOTHING`

/** What a bill left open is no news once it is paid. */
const arrears = (tx: Tx, { since, now }: Span) => tx.$executeRaw`
  INSERT INTO notice (account, kind, subject, facts, at, made_at)
  SELECT b.consumer, 'Arrears', b.id, jsonb_build_object('billId', b.id, 'start', b.start::text, 'end', b.end::text,
    'missing', b.missing::text, 'due', b.due::text), b.settled_at, ${BigInt(now)}
  FROM bill b
  WHERE b.settled_at BETWEEN ${BigInt(since)} AND ${BigInt(now)} AND b.missing > 0 AND b.due IS NOT NULL
    AND EXISTS (SELECT FROM debt d WHERE d.debtor = b.consumer AND d.tx_hash = b.tx_hash AND d.cause = b.agreement_id
      AND d.paid < d.amount)
  ON CONFLICT DO NOTHING`

const billsDue = (tx: Tx, { now }: Span) => tx.$executeRaw`
  INSERT INTO notice (account, kind, subject, facts, at, made_at)
  SELECT b.consumer, 'BillDue', b.id, jsonb_build_object('billId', b.id, 'start', b.start::text, 'end', b.end::text,
    'open', d.open::text, 'due', b.due::text), greatest(b.due - ${BigInt(BEFORE_DUE_S)}, b.settled_at), ${BigInt(now)}
  FROM bill b CROSS JOIN LATERAL (
    SELECT sum(d.amount - d.paid) AS open FROM debt d
    WHERE d.debtor = b.consumer AND d.tx_hash = b.tx_hash AND d.cause = b.agreement_id
  ) d
  WHERE b.due > ${BigInt(now)} AND b.due <= ${BigInt(now + BEFORE_DUE_S)} AND d.open > 0
  ON CONFLICT DO NOTHING`

/** Only whoever was told that something is missing is told that it is paid. */
const arrearsCleared = (tx: Tx, { now }: Span) => tx.$executeRaw`
  INSERT INTO notice (account, kind, subject, facts, at, made_at)
  SELECT b.consumer, 'ArrearsCleared', b.id, jsonb_build_object('billId', b.id, 'start', b.start::text,
    'end', b.end::text, 'paid', d.paid::text), ${BigInt(now)}, ${BigInt(now)}
  FROM notice n JOIN bill b ON b.id = n.subject AND b.consumer = n.account CROSS JOIN LATERAL (
    SELECT sum(d.paid) AS paid, bool_and(d.paid >= d.amount) AS cleared FROM debt d
    WHERE d.debtor = b.consumer AND d.tx_hash = b.tx_hash AND d.cause = b.agreement_id
  ) d
  WHERE n.kind = 'Arrears' AND d.cleared
    AND NOT EXISTS (SELECT FROM notice c WHERE c.account = n.account AND c.kind = 'ArrearsCleared' AND c.subject = n.subject)
  ON CONFLICT DO NOTHING`

/** Only a large consumer buys for a meter of its own. What is owed in one transaction, to generator and payees, is one piece of news. */
const purchasesOwed = (tx: Tx, { since, now }: Span) => tx.$executeRaw`
  INSERT INTO notice (account, kind, subject, facts, at, made_at)
  SELECT d.debtor, 'PurchaseOwed', d.cause || ':' || d.tx_hash, jsonb_build_object('purchaseId', d.cause,
    'seller', coalesce(max(s.name), max(p.generator)), 'missing', sum(d.amount)::text), max(d.at), ${BigInt(now)}
  FROM debt d JOIN purchase p ON p.id = d.cause AND p.buyer = d.debtor AND p.use_meter_id IS NOT NULL
  LEFT JOIN public_profile s ON s.address = p.generator
  WHERE d.at BETWEEN ${BigInt(since)} AND ${BigInt(now)}
  GROUP BY d.debtor, d.cause, d.tx_hash HAVING sum(d.amount - d.paid) > 0
  ON CONFLICT DO NOTHING`

export type NewNotice = Told & { account: string; subject: string; at: number }

/** @returns false if it was told before. */
export async function saveNotice(tx: Tx, { account, kind, subject, facts, at }: NewNotice): Promise<boolean> {
  const row = { account: account.toLowerCase(), kind, subject, facts: toJson(asTexts(facts)) }
  const { count } = await tx.notice.createMany({
    data: [{ ...row, at: BigInt(at), madeAt: BigInt(at) }],
    skipDuplicates: true,
  })
  return count > 0
}

/** Times are decimal strings, too, as the statements above write them. */
function asTexts(facts: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [name, typeof fact === 'number' ? String(fact) : fact]),
  )
}

/** Of one account. @param id All that are unread if none is given. */
export async function saveNoticesRead({ account, id }: { account: string; id?: string }, now: number): Promise<void> {
  const where = { account: account.toLowerCase(), readAt: null, ...(id !== undefined && { id }) }
  await asWorker((tx) => tx.notice.updateMany({ where, data: { readAt: BigInt(now) } }))
}
