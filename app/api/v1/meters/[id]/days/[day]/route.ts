import { NextResponse } from 'next/server'
import { getViewer } from '@/lib/auth/viewer'
import { dayProofText } from '@/lib/chain/coding/day-proof'
import { meterIdOf, provableDay } from '@/lib/chain/coding/day-place'
import type { Refusal } from '@/lib/domain/decision'
import { proveDay } from '@/lib/services/prove-day'
import { refused } from '../../../../../json-body'

type Place = { params: Promise<{ id: string; day: string }> }

const STATUS: Record<string, number> = { DayUnknown: 404, DayErased: 410, DayNotSigned: 409, DaySignedOtherwise: 409 }

/**
 * The proof file of a day, for the account that is signed in: what it may not see does not exist. The header `day-replaced-at`
 * says when other data took the place of what the meter signed. With `?download` a browser saves it as a file.
 */
export async function GET(request: Request, { params }: Place): Promise<Response> {
  const viewer = await getViewer()
  if (!viewer) return refused('NotSignedIn', 401)
  const { id, day } = await params
  const meterId = meterIdOf(id)
  if (!meterId || !provableDay(day)) return refused('RequestMalformed', 400)
  const proven = await proveDay(viewer, meterId, day)
  if (!proven.ok) return refusedWith(proven.refusal)
  const { proof, replacedAt } = proven.value
  const headers = new Headers({ 'content-type': 'application/json', 'cache-control': 'private, no-store' })
  if (replacedAt !== null) headers.set('day-replaced-at', new Date(replacedAt * 1000).toISOString())
  if (new URL(request.url).searchParams.has('download'))
    headers.set('content-disposition', `attachment; filename="meter-${meterId.slice(2, 8)}-${day}.proof.json"`)
  return new Response(dayProofText(proof), { headers })
}

function refusedWith({ name, facts }: Refusal): NextResponse {
  const text = Object.fromEntries(Object.entries(facts).map(([fact, value]) => [fact, value.toString()]))
  return NextResponse.json({ error: name, facts: text }, { status: STATUS[name] ?? 409 })
}
