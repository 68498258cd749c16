/** What the viewer was told. */
import type { Notice } from '@/lib/domain/members/notice'
import { asViewer, type Viewer } from '../client'
import { noticeFrom } from '../stored/notice'

const SHOWN = { id: true, kind: true, facts: true, at: true, readAt: true } as const
const NEWEST_FIRST = [{ at: 'desc' }, { id: 'asc' }] as const

export interface NoticePage {
  notices: Notice[]
  /** The notice to go on after; null if there are no more. */
  after: string | null
}

/** The newest first. @param after The last notice of the page before. */
export function noticesOf(
  viewer: Viewer,
  { after, limit }: { after: string | null; limit: number },
): Promise<NoticePage> {
  const account = viewer.address.toLowerCase()
  return asViewer(viewer, async (tx) => {
    const rows = await tx.notice.findMany({
      where: { account },
      orderBy: [...NEWEST_FIRST],
      take: limit + 1,
      select: SHOWN,
      ...(after !== null && { cursor: { id: after }, skip: 1 }),
    })
    const page = rows.slice(0, limit)
    return { notices: page.flatMap(noticeFrom), after: rows.length > limit ? (page.at(-1)?.id ?? null) : null }
  })
}

export function unreadNotices(viewer: Viewer, limit: number): Promise<Notice[]> {
  const where = { account: viewer.address.toLowerCase(), readAt: null }
  return asViewer(viewer, async (tx) => {
    const rows = await tx.notice.findMany({ where, orderBy: [...NEWEST_FIRST], take: limit, select: SHOWN })
    return rows.flatMap(noticeFrom)
  })
}

export function countUnread(viewer: Viewer): Promise<number> {
  const where = { account: viewer.address.toLowerCase(), readAt: null }
  return asViewer(viewer, (tx) => tx.notice.count({ where }))
}

/** Null also if it is somebody else's. */
export async function getNotice(viewer: Viewer, id: string): Promise<Notice | null> {
  const where = { id, account: viewer.address.toLowerCase() }
  const row = await asViewer(viewer, (tx) => tx.notice.findFirst({ where, select: SHOWN }))
  return (row && noticeFrom(row)[0]) ?? null
}
