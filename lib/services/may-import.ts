/** Whoever operates meters may hand in files of them: as of this moment. */
import { memberOf } from '@/lib/db/read/members'

export async function mayImport(address: string): Promise<boolean> {
  const { roles } = await memberOf(address, { address })
  return roles.includes('Grid') || roles.includes('Exchange')
}
