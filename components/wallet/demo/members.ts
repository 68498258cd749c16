import { z } from 'zod'

const demoMembers = z.array(
  z.object({
    address: z.string(),
    name: z.string(),
    role: z.string(),
  }),
)
export type DemoMember = z.infer<typeof demoMembers>[number]

let loaded: Promise<DemoMember[]> | undefined

/** Everyone a newcomer can act as. Asked for once a visit. */
export function loadDemoMembers(): Promise<DemoMember[]> {
  loaded ??= fetchDemoMembers().catch((error: unknown) => {
    loaded = undefined
    throw error
  })
  return loaded
}

async function fetchDemoMembers(): Promise<DemoMember[]> {
  const response = await fetch('/api/demo-members')
  if (!response.ok) throw new TypeError(`network: demo members answered ${response.status}`)
  return demoMembers.parse(await response.json())
}

export function memberWith(members: readonly DemoMember[], address: string | null | undefined): DemoMember | undefined {
  return address ? members.find((member) => member.address.toLowerCase() === address.toLowerCase()) : undefined
}
