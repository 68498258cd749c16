import { SESSION_KINDS, type SessionKind } from '@/lib/domain/surplus/session'

/** What the address of the list asks for. Unknown values are as good as none. */
export interface SessionChoice {
  region?: number
  kind?: SessionKind
}

const KIND_IN_URL: Record<SessionKind, string> = { Exported: 'exported', Contracted: 'contracted' }

export type SearchParams = Record<string, string | string[] | undefined>

export function parseChoice(params: SearchParams): SessionChoice {
  const kind = SESSION_KINDS.find((one) => KIND_IN_URL[one] === params['kind'])
  const region = typeof params['region'] === 'string' && /^\d{1,9}$/.test(params['region']) && Number(params['region'])
  return { ...(region !== false && { region }), ...(kind && { kind }) }
}

export function choiceHref({ region, kind }: SessionChoice): string {
  const query = new URLSearchParams()
  if (kind) query.set('kind', KIND_IN_URL[kind])
  if (region !== undefined) query.set('region', String(region))
  return query.size > 0 ? `/surplus?${query}` : '/surplus'
}
