/** What a meter signs. Safe for the client. Mirrors HashLib.READ_TYPEHASH and MeterRegistry's domain. */
import { READ_QUALITIES, type Read } from '@/lib/domain/metering/read'
import { codeOf } from '@/lib/domain/units/codes'
import type { Address } from '@/lib/domain/units/hex'

export const readTypes = {
  Read: [
    { name: 'meterId', type: 'bytes32' },
    { name: 'time', type: 'uint40' },
    { name: 'sequence', type: 'uint32' },
    { name: 'quality', type: 'uint8' },
    { name: 'importWh', type: 'uint64[5]' },
    { name: 'exportWh', type: 'uint64' },
    { name: 'maxDemandW', type: 'uint64' },
    { name: 'intervalRoot', type: 'bytes32' },
  ],
} as const

export function readMessage({ quality, maxDemand, ...read }: Read) {
  return { ...read, quality: codeOf(READ_QUALITIES, quality), maxDemandW: maxDemand }
}

export function readTypedData(registry: { chainId: number; meterRegistry: Address }, read: Read) {
  return {
    domain: {
      name: 'Switchyard Meter',
      version: '1',
      chainId: registry.chainId,
      verifyingContract: registry.meterRegistry,
    },
    types: readTypes,
    primaryType: 'Read',
    message: readMessage(read),
  } as const
}
