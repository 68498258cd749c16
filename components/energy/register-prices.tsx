import { useTranslations } from 'next-intl'
import { Price } from '@/components/energy/price'
import { hoursOfRegister, windowText } from '@/components/energy/register-hours'
import { RegisterName } from '@/components/energy/register-name'
import { Table, type Column } from '@/components/ui/table'
import { marketRegisterCalendar, REGISTERS, type Register } from '@/lib/domain/metering/registers'
import type { MicroPerKwh } from '@/lib/domain/units/units'

interface RegisterPrice {
  register: Register
  price: MicroPerKwh
}

/** The market's hours are the same in every month, so any month tells them. */
const ANY_MONTH = 1

/** What a kWh costs at which hours. */
export function RegisterPrices({ prices }: { prices: readonly bigint[] }) {
  const t = useTranslations('offers.price')
  const rows = REGISTERS.flatMap((register, index): RegisterPrice[] => {
    const price = prices[index]
    return price === undefined ? [] : [{ register, price: price as MicroPerKwh }]
  })
  const columns: Column<RegisterPrice>[] = [
    {
      key: 'register',
      header: t('register'),
      cell: ({ register }) => <RegisterName register={register} />,
      primary: true,
    },
    { key: 'hours', header: t('hours'), cell: ({ register }) => <Hours register={register} /> },
    { key: 'price', header: t('price'), cell: ({ price }) => <Price microPerKwh={price} />, numeric: true },
  ]
  return <Table caption={t('caption')} columns={columns} rows={rows} rowKey={({ register }) => register} />
}

function Hours({ register }: { register: Register }) {
  const windows = hoursOfRegister(marketRegisterCalendar, register, ANY_MONTH)
  return <span className="figure whitespace-normal">{windows.map(windowText).join(', ')}</span>
}
