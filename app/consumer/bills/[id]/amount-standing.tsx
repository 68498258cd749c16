import { useTranslations } from 'next-intl'
import { Money } from '@/components/energy/money'
import { Moment } from '@/components/energy/period'
import type { PaymentCardProps } from './payment-card'

/** Under the amount: when it was paid, or what of it is due and until when. */
export function AmountStanding({ bill, open, due }: Omit<PaymentCardProps, 'balance'>) {
  const t = useTranslations('bill.payment')
  const amount = () => <Money micro={open} className="font-medium text-warning" />
  if (open === 0n) return t.rich('paidOn', { day: () => <Moment at={bill.settledAt} /> })
  return due === null ? t.rich('owing', { amount }) : t.rich('owingBy', { amount, day: () => <Moment at={due} /> })
}
