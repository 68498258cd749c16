import { redirect } from 'next/navigation'
import { z } from 'zod'
import { utcSeconds } from '@/app/utc-seconds'
import { requireConsumer } from '@/lib/auth/viewer'
import { getNotice } from '@/lib/db/read/notices'
import { placeOfNotice } from '@/lib/domain/members/notice'
import { readNotices } from '@/lib/services/read-notices'

const NOTICES = '/consumer/notices'
const idSchema = z.uuid()

/** Opens what a notice is about, and marks it as read: what a link in a mail and the lists lead to. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const id = idSchema.safeParse((await params).id)
  if (!id.success) redirect(NOTICES)
  const viewer = await requireConsumer(`${NOTICES}/${id.data}`)
  const notice = await getNotice(viewer, id.data)
  if (!notice) redirect(NOTICES)
  await readNotices(viewer, notice.id, utcSeconds())
  redirect(placeOfNotice(notice))
}
