/** The list of values a meter sends by itself, GetList.Response, out of the nodes of a frame. */
import type { SmlNode } from './nodes'

/** Seconds the meter has run, which say nothing about the date, or an instant. */
export interface SmlTime {
  kind: 'running' | 'instant'
  seconds: number
}

export interface SmlEntry {
  /** The six bytes of the OBIS code. */
  code: Uint8Array
  time: SmlTime | null
  unit: number | null
  scaler: number
  value: bigint
}

export interface SmlValueList {
  server: Uint8Array | null
  time: SmlTime | null
  entries: SmlEntry[]
}

const GET_LIST_RESPONSE = 0x0701n
const [RUNNING, INSTANT, LOCAL] = [1n, 2n, 3n]
/** Some meters call the seconds they have run an instant: no meter with SML is older than this, 1 January 2000. */
const FIRST_INSTANT = 946_684_800n
const LATEST = 0xffff_ffffn

export function valueLists(nodes: readonly SmlNode[]): SmlValueList[] {
  return nodes.flatMap((message) => {
    const [tag, content] = items(items(message)[3])
    return number(tag) === GET_LIST_RESPONSE && content ? [valueList(items(content))] : []
  })
}

function valueList([, server, , time, values]: readonly SmlNode[]): SmlValueList {
  return { server: octets(server), time: timeOf(time), entries: items(values).flatMap(entryOf) }
}

function entryOf(node: SmlNode): SmlEntry[] {
  const [name, , time, unit, scaler, content] = items(node)
  const [code, value] = [octets(name), number(content)]
  if (!code || code.length !== 6 || value === null) return []
  const given = number(unit)
  return [
    {
      code,
      time: timeOf(time),
      unit: given === null ? null : Number(given),
      scaler: Number(number(scaler) ?? 0n),
      value,
    },
  ]
}

function timeOf(node: SmlNode | undefined): SmlTime | null {
  // Some meters leave out what kind of time it is: then they count seconds.
  const bare = number(node)
  if (bare !== null) return time(RUNNING, bare)
  const [choice, content] = items(node)
  const kind = number(choice)
  const seconds = kind === LOCAL ? number(items(content)[0]) : number(content)
  return kind === null || seconds === null ? null : time(kind, seconds)
}

function time(choice: bigint, seconds: bigint): SmlTime | null {
  if (seconds < 0n || seconds > LATEST) return null
  const dated = (choice === INSTANT || choice === LOCAL) && seconds >= FIRST_INSTANT
  return { kind: dated ? 'instant' : 'running', seconds: Number(seconds) }
}

const items = (node: SmlNode | undefined): readonly SmlNode[] => (node?.kind === 'list' ? node.items : [])
const octets = (node: SmlNode | undefined) => (node?.kind === 'octets' ? node.octets : null)
const number = (node: SmlNode | undefined) => (node?.kind === 'number' ? node.value : null)
