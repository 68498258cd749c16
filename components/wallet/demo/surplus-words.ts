'use client'

import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import { INSTRUCTED_USES, LEFTOVERS } from '@/lib/domain/surplus/standing-instruction'
import { costAt, pricePerKwh, type Tick } from '@/lib/domain/surplus/tick'
import { bps, microPerKwh, wh } from '@/lib/domain/units/units'
import { formatEnergy } from '@/lib/format/energy'
import { shortHex } from '@/lib/format/hex'
import { formatMoney } from '@/lib/format/money'
import { formatBasisPoints } from '@/lib/format/number'
import { formatDay, formatMinute } from '@/lib/format/period'
import { formatPrice } from '@/lib/format/price'
import type { MarketNames } from './names'
import type { TypedDataRequest } from './prompts'

/** What signing a lot, a bid or an order about energy credits does; null for any other message. */
export function useSurplusWords({ primaryType, message }: TypedDataRequest, names: MarketNames): string | null {
  const t = useTranslations('wallet.message')
  const style = { locale: useLocale(), timeZone: useTimeZone() ?? 'UTC' }
  const count = (name: string) => BigInt(String(message[name] ?? 0))
  const energy = (name: string) => formatEnergy(wh(count(name)), style.locale)
  const tickOf = (name: string) => count(name) as Tick
  const price = (name: string) => formatPrice(pricePerKwh(tickOf(name)), style.locale)
  const session = String(message['sessionId'])
  switch (primaryType) {
    case 'Lot':
      return t('says.Lot', { energy: energy('energyWh'), price: price('reserve'), session })
    case 'Bid': {
      const amount = formatMoney(costAt(wh(count('energyWh')), tickOf('limit')), style.locale)
      return t('says.Bid', { energy: energy('energyWh'), price: price('limit'), session, amount })
    }
    case 'OrderWithdrawal':
      return t('says.OrderWithdrawal', { isLot: String(message['isLot']), index: String(message['index']), session })
    case 'Storing':
      return t('says.Storing', { energy: energy('energyWh'), storage: String(message['storageId']) })
    case 'Returning':
      return t('says.Returning', { energy: energy('energyWh') })
    case 'Voucher': {
      const station = String(message['station']).toLowerCase()
      return t('says.Voucher', {
        energy: energy('mostWh'),
        until: formatMinute(Number(message['expiry']), style),
        anyone: String(/^0x0*$/.test(station)),
        station: names.accounts[station] ?? shortHex(station),
      })
    }
    case 'StandingInstruction':
      return t('says.StandingInstruction', {
        first: INSTRUCTED_USES[Number(message['first'])] ?? '',
        rest: LEFTOVERS[Number(message['rest'])] ?? '',
        price: price('reserve'),
        storage: String(message['storageId']),
        efficiency: formatBasisPoints(bps(count('efficiency')), style.locale),
        feedIn: formatPrice(microPerKwh(count('feedIn')), style.locale),
        from: formatDay(Number(message['from']), style),
        until: formatMinute(Number(message['until']), style),
      })
    case 'InstructionRevocation':
      return t('says.InstructionRevocation')
    default:
      return null
  }
}
