/** The file of a bill, for the consumer who pays it: rows, and out of the transactions they name the meter's signatures. */
import { givenTo, signatureFor, type Given } from '@/lib/chain/coding/bill/given'
import { MARKET_CONTRACTS } from '@/lib/chain/coding/bill/schema'
import { closesContractYear } from '@/lib/chain/coding/bill/recompute'
import type { BillFile, FileLine, FileRead, FileRun, SettledRun } from '@/lib/chain/coding/bill/file'
import { deployment } from '@/lib/chain/deployment'
import { sentCall } from '@/lib/chain/sent-call'
import type { Viewer } from '@/lib/db/client'
import { billFileRow, type BillFileRow, type RecordedRead, type RunRow } from '@/lib/db/read/bill-file'
import type { PaidLine } from '@/lib/db/write/billing'
import type { CountingMeter } from '@/lib/domain/metering/meter'

import { padHex, size, slice, toHex } from 'viem'
import type { Address, Hex } from '@/lib/domain/units/hex'
import { watt } from '@/lib/domain/units/units'

const ACCOUNT_BYTES = 20
const part = (word: bigint, from: bigint, bits: number) => BigInt.asUintN(bits, word >> from)

/** Null for a bill that the viewer does not pay: the same as for none. @param id `agreementId-start` */
export async function billFile(viewer: Viewer, id: string): Promise<BillFile | null> {
  const row = await billFileRow(viewer, id)
  if (!row) return null
  const given = await givenIn(row)
  const { chainId, contracts } = deployment()
  const named = Object.fromEntries(MARKET_CONTRACTS.map((name) => [name, contracts[name]])) as BillFile['contracts']
  const meter = row.meter ?? dialIn(row, given)
  if (!meter) return null
  const { agreement, offer, tariff, index, exit, indexCost, contracted, total } = row
  const runs = row.runs.map((run) => runIn(run, given)) as [SettledRun, ...FileRun[]]
  const facts = { agreement, offer, tariff, meter, index, exit, indexCost, contracted, total, runs }
  const file: BillFile = { chainId, contracts: named, ...facts, year: null }
  return closesContractYear(file) ? { ...file, year: row.year } : file
}

type GivenBy = ReadonlyMap<Hex, Given>

/** What each transaction that a read or a run names gave the contracts. */
async function givenIn({ runs }: BillFileRow): Promise<GivenBy> {
  const named = runs.flatMap(({ transaction, reads }) => [
    transaction,
    reads?.opening.transaction,
    reads?.closing.transaction,
  ])
  const hashes = [...new Set(named.filter((hash): hash is Hex => typeof hash === 'string'))]
  const market = deployment()
  const given = await Promise.all(hashes.map(async (hash) => [hash, givenTo(await sentCall(hash), market)] as const))
  return new Map(given)
}

function runIn(run: RunRow, given: GivenBy): FileRun {
  const { kind, transaction, block, time, log, reads, used, surplus } = run
  const lines = { reversed: run.reversed.map(lineIn), lines: run.lines.map(lineIn) }
  if (kind === 'trueUp' || !reads || !used) return { kind: 'trueUp', transaction, block, time, log: log ?? 0, ...lines }
  const made = {
    transaction,
    block,
    time,
    opening: readIn(reads.opening, given),
    closing: readIn(reads.closing, given),
    used,
    ...(surplus ? { surplus } : {}),
  }
  if (kind === 'settled') return { kind, ...made, lines: lines.lines }
  return { kind, ...made, log: log ?? 0, ...lines }
}

function lineIn({ kind, payee, payeeAddress, quantity, price, amount }: PaidLine): FileLine {
  return { kind, payee, account: payeeAddress, quantity, price, amount }
}

function readIn({ read, transaction }: RecordedRead, given: GivenBy): FileRead {
  const { time, sequence, quality, importWh, exportWh, maxDemand, intervalRoot } = read
  const taken = transaction && given.get(transaction)
  const signed = taken ? signatureFor(read, taken) : undefined
  const seal = signed ? sealOf(signed.facts, signed.signature) : null
  return { time, sequence, quality, importWh, exportWh, maxDemand, intervalRoot, transaction, seal }
}

/** A key that is no account travels in front of its signature. */
function sealOf(facts: bigint, signature: Hex): FileRead['seal'] {
  const keyBytes = Number(facts >> 232n)
  if (keyBytes === 0) return { signer: accountIn(facts), signature }
  if (size(signature) <= keyBytes) return null
  return { signer: slice(signature, 0, keyBytes), signature: slice(signature, keyBytes) }
}

function accountIn(facts: bigint): Address {
  return padHex(toHex(part(facts, 0n, 160)), { size: ACCOUNT_BYTES })
}

/** Of the meter as the settlement was given it. */
function dialIn({ runs: [first], agreement }: BillFileRow, given: GivenBy): CountingMeter | null {
  const bills = first ? given.get(first.transaction)?.bills : undefined
  const own = bills?.find(({ terms }) => terms.meterId === agreement.terms.meterId)
  if (!own) return null
  const { facts } = own
  return {
    capacity: watt(part(facts, 160n, 48)),
    multiplier: Number(part(facts, 208n, 16)),
    digits: Number(part(facts, 224n, 8)),
  }
}
