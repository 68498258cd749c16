/** Messages by group, so that a page, or a part that comes later, brings the words it says and no others. */
import type en from '@/messages/en.json'

export type Messages = typeof en

/** A group of messages, or what a group has under one name. */
export type MessageGroup = {
  [Group in keyof Messages & string]: Group | `${Group}.${keyof Messages[Group] & string}`
}[keyof Messages & string]

type Group = Readonly<Record<string, unknown>>
export type Groups = Readonly<Record<string, Group>>

/** Of all messages those groups alone; null if there is none of that name. */
export function pickGroups(all: Groups, groups: readonly string[]): Groups | null {
  let picked: Groups = {}
  for (const path of groups) {
    const [name = '', inner, ...deeper] = path.split('.')
    const whole = Object.hasOwn(all, name) && all[name]
    if (!isGroup(whole) || deeper.length > 0) return null
    if (inner !== undefined && !Object.hasOwn(whole, inner)) return null
    picked = joinGroups(picked, { [name]: inner === undefined ? whole : { [inner]: whole[inner] } })
  }
  return picked
}

/** What either has; a group that both have in part keeps both parts. */
export function joinGroups(some: Groups, more: Groups): Groups {
  const joined = { ...some }
  for (const [name, group] of Object.entries(more)) joined[name] = { ...joined[name], ...group }
  return joined
}

function isGroup(value: unknown): value is Group {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
