/** Marks what a member was told as read. */
import type { Viewer } from '@/lib/db/client'
import { saveNoticesRead } from '@/lib/db/write/notices'

/** @param id One of the member's own; all of them if none is given. Another's is nobody's: nothing happens. */
export function readNotices(viewer: Viewer, id: string | undefined, now: number): Promise<void> {
  return saveNoticesRead({ account: viewer.address, id }, now)
}
