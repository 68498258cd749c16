/** A notice in words: in the app and in a mail the same. */
import type { createTranslator } from 'use-intl/core'
import type { Told } from '@/lib/domain/members/notice'
import { micro } from '@/lib/domain/units/units'
import type en from '@/messages/en.json'
import { formatEnergy } from './energy'
import { formatMoney } from './money'
import { formatDay, formatPeriod, type TimeStyle } from './period'

export type NoticeTranslator = ReturnType<typeof createTranslator<typeof en, 'notices'>>

export interface NoticeWords {
  title: string
  body: string
}

export function noticeWords(translator: NoticeTranslator, told: Told, style: TimeStyle): NoticeWords {
  // Which values a message uses differs from one kind to the next: the type checker cannot follow, the test of all kinds does.
  const t = translator as unknown as (key: string, values: Record<string, string>) => string
  const values = valuesOf(told, style)
  return { title: t(`kinds.${told.kind}.title`, values), body: t(`kinds.${told.kind}.body`, values) }
}

function valuesOf({ kind, facts }: Told, style: TimeStyle): Record<string, string> {
  const { locale } = style
  const day = (at: number) => formatDay(at, style)
  switch (kind) {
    case 'Signed':
      return { offer: facts.offer, retailer: facts.retailer, start: day(facts.start) }
    case 'FirstRead':
      return { offer: facts.offer, time: day(facts.time), shown: formatEnergy(facts.shown, locale, { unit: 'kWh' }) }
    case 'SwitchDone': {
      const { offer, retailer, former, exitFee, start } = facts
      const fee = exitFee > 0n ? 'some' : 'none'
      return { offer, retailer, former, fee, exitFee: formatMoney(exitFee, locale), start: day(start) }
    }
    case 'BillReady':
      return {
        month: formatPeriod(facts, style),
        total: formatMoney(facts.total, locale),
        estimated: String(facts.estimated),
      }
    case 'BillRevised': {
      const { net } = facts
      const direction = net > 0n ? 'more' : net < 0n ? 'less' : 'same'
      return { month: formatPeriod(facts, style), direction, net: formatMoney(micro(net < 0n ? -net : net), locale) }
    }
    case 'BillDue':
      return { month: formatPeriod(facts, style), open: formatMoney(facts.open, locale), due: day(facts.due) }
    case 'Arrears':
      return { month: formatPeriod(facts, style), missing: formatMoney(facts.missing, locale), due: day(facts.due) }
    case 'ArrearsCleared':
      return { month: formatPeriod(facts, style), paid: formatMoney(facts.paid, locale) }
    case 'PurchaseOwed':
      return { seller: facts.seller, missing: formatMoney(facts.missing, locale) }
    case 'PenaltyRisk': {
      const { standing, energy, cost, end } = facts
      return {
        month: formatPeriod(facts, style),
        standing,
        energy: formatEnergy(energy, locale),
        cost: formatMoney(cost, locale),
        last: day(end - 1),
      }
    }
  }
}
