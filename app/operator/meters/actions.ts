'use server'

import { requireOperator } from '@/lib/auth/viewer'
import { ok, type Decision } from '@/lib/domain/decision'
import { CUSTOMER_CLASSES } from '@/lib/domain/offers/offer'
import { ZERO_HASH, type Hex } from '@/lib/domain/units/hex'
import { changeHolder } from '@/lib/services/change-holder'
import { exchangeMeter } from '@/lib/services/exchange-meter'
import { registerMeter } from '@/lib/services/register-meter'
import { revokeKey } from '@/lib/services/revoke-key'
import { rotateKey } from '@/lib/services/rotate-key'
import { readExchange } from './[id]/read-exchange'
import type { FormReader } from './form-reader'
import { faulty, isFaulty, outcomeOf, prepared, type Outcome, type Ready } from './outcome'
import { readerOf } from './reader-of'

const PATH = '/operator/meters'
const WIDEST_UINT32 = 2 ** 32 - 1

function meterIdOf(reader: FormReader): Hex {
  const id = reader.text('meter', 66)
  if (!/^0x[0-9a-f]{64}$/.test(id)) reader.wrong('meter', 'choice')
  return id as Hex
}

const pageOf = (meterId: string) => `${PATH}/${meterId}`

function preparedFor(reader: FormReader, decision: Decision<Omit<Ready, 'page'> & { meterId: string }>): Outcome {
  if (!decision.ok) return outcomeOf(reader.typed, decision)
  const { meterId, ...ready } = decision.value
  return outcomeOf(reader.typed, ok({ ...ready, page: pageOf(meterId) }))
}

/** Prepares the registration of a meter; the operator's own wallet sends it. */
export async function prepareMeter(_: Outcome | null, form: FormData): Promise<Outcome> {
  const viewer = await requireOperator(`${PATH}/new`)
  const reader = readerOf(form)
  const wanted = {
    label: reader.text('label', 80),
    number: reader.text('number', 40),
    serial: reader.serial('serial'),
    key: reader.text('key', 600),
    meter: {
      holder: reader.account('holder'),
      region: reader.count('region', { from: 0, to: WIDEST_UINT32 }),
      voltageClass: reader.count('voltageClass', { from: 0, to: 255 }),
      customerClass: reader.choice('customerClass', CUSTOMER_CLASSES),
      digits: reader.count('digits', { from: 1, to: 18 }),
      multiplier: reader.count('multiplier', { from: 1, to: 65_535 }),
      capacity: reader.power('capacity', { positive: true }),
    },
    opening: {
      time: reader.moment('time'),
      sequence: reader.count('sequence', { from: 0, to: WIDEST_UINT32 }),
      quality: 'Measured' as const,
      importWh: reader.registers('register'),
      exportWh: reader.energy('register.export'),
      maxDemand: reader.power('demand', { positive: false }),
      intervalRoot: ZERO_HASH,
    },
  }
  if (isFaulty(reader)) return faulty(reader)
  return preparedFor(reader, await registerMeter(viewer, wanted))
}

export async function prepareKey(_: Outcome | null, form: FormData): Promise<Outcome> {
  const viewer = await requireOperator(PATH)
  const reader = readerOf(form)
  const [meterId, key] = [meterIdOf(reader), reader.text('key', 600)]
  if (isFaulty(reader)) return faulty(reader)
  return prepared(reader, await rotateKey(viewer, { meterId, key }), pageOf(meterId))
}

export async function prepareRevocation(_: Outcome | null, form: FormData): Promise<Outcome> {
  const viewer = await requireOperator(PATH)
  const reader = readerOf(form)
  const meterId = meterIdOf(reader)
  if (isFaulty(reader)) return faulty(reader)
  return prepared(reader, await revokeKey(viewer, meterId), pageOf(meterId))
}

export async function prepareHolder(_: Outcome | null, form: FormData): Promise<Outcome> {
  const viewer = await requireOperator(PATH)
  const reader = readerOf(form)
  const [meterId, holder] = [meterIdOf(reader), reader.account('holder')]
  if (isFaulty(reader)) return faulty(reader)
  return prepared(reader, await changeHolder(viewer, { meterId, holder }), pageOf(meterId))
}

export async function prepareExchange(_: Outcome | null, form: FormData): Promise<Outcome> {
  const viewer = await requireOperator(PATH)
  const reader = readerOf(form)
  const wanted = await readExchange(viewer, meterIdOf(reader), reader)
  if (isFaulty(reader) || !wanted) return faulty(reader)
  const exchange = await exchangeMeter(viewer, wanted)
  return preparedFor(reader, exchange.ok ? ok({ ...exchange.value, meterId: wanted.meterId }) : exchange)
}
