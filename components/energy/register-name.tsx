import { useTranslations } from 'next-intl'
import type { Register } from '@/lib/domain/metering/registers'

/** The name of a tariff register: "Peak", 峰. */
export function RegisterName({ register }: { register: Register }) {
  const t = useTranslations('energy.register')
  return <>{t(register)}</>
}
