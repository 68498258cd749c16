/** Every server action of the build, and how a program that is no page of the market calls one. */
import { readFileSync } from 'node:fs'
import type { APIRequestContext, APIResponse } from '@playwright/test'

export interface Action {
  name: string
  id: string
  /** The patterns of pages that answer for it. */
  pages: string[]
}

interface Manifest {
  node: Record<string, { exportedName?: string; workers: Record<string, unknown> }>
}

export function actionsOfBuild(): Action[] {
  const { node } = JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8')) as Manifest
  return Object.entries(node).map(([id, { exportedName = id, workers }]) => ({
    ...{ id, name: exportedName },
    pages: Object.keys(workers).map(patternOf),
  }))
}

/** `app/(market)/offers/[id]/page` is at `/offers/[id]`. */
const patternOf = (worker: string) => worker.replace(/^app|\/page$|\/\([^/]+\)/g, '') || '/'

/** The fields of a form, as an argument. */
export class Form {
  constructor(readonly fields: Record<string, string>) {}
}

/** As React writes the arguments of a call. */
export function callAction(
  context: APIRequestContext,
  { id, path }: { id: string; path: string },
  args: readonly unknown[],
): Promise<APIResponse> {
  const parts = new FormData()
  const root = JSON.stringify(args.map((arg) => written(arg, parts)))
  const options = { maxRedirects: 0, maxRetries: 2, headers: { 'Next-Action': id, Accept: 'text/x-component' } }
  if ([...parts.keys()].length === 0) {
    const headers = { ...options.headers, 'Content-Type': 'text/plain;charset=UTF-8' }
    return context.post(path, { ...options, headers, data: root })
  }
  parts.append('0', root)
  return context.post(path, { ...options, multipart: parts })
}

function written(value: unknown, parts: FormData): unknown {
  if (value === undefined) return '$undefined'
  if (typeof value === 'bigint') return `$n${value}`
  if (typeof value === 'string') return value.startsWith('$') ? `$${value}` : value
  if (value instanceof Form) return formWritten(value, parts)
  if (Array.isArray(value)) return value.map((one) => written(one, parts))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, written(one, parts)]))
}

/** Its fields go beside it, under a number of its own: there is one form in a call. */
function formWritten({ fields }: Form, parts: FormData): string {
  for (const [field, value] of Object.entries({ '': '', ...fields })) parts.append(`_1_${field}`, value)
  return '$K1'
}

const REFUSALS = new Set(
  Object.keys((JSON.parse(readFileSync('messages/en.json', 'utf8')) as { refusals: object }).refusals),
)

/** What an action answered: the name of a refusal, that the form is faulty, that there is nothing to say; or it failed. */
export async function outcomeOf(response: APIResponse): Promise<string> {
  const [status, target] = [response.status(), response.headers()['x-action-redirect']]
  if (target?.startsWith('/sign-in?'))
    return new URLSearchParams(target.split(';')[0]?.split('?')[1]).get('refusal') ?? 'NotSignedIn'
  const body = await response.text()
  if (status !== 200 || target) return `failed: ${status} ${target ?? ''} ${body.slice(0, 200)}`
  const result = /^1:(.*)$/m.exec(body)?.[1] ?? ''
  const refusal = [...result.matchAll(/"name":"(\w+)"/g)]
    .map(([, name]) => name ?? '')
    .find((name) => REFUSALS.has(name))
  if (refusal) return refusal
  if (/^\{"kind":"faulty"/.test(result)) return 'faulty'
  return /^(null|"\$undefined"|)$/.test(result) ? 'nothing' : `answered: ${result.slice(0, 200)}`
}

export const isRefusal = (outcome: string) => REFUSALS.has(outcome)
