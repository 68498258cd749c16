import { useTranslations } from 'next-intl'
import { RegisterName } from '@/components/energy/register-name'
import { REGISTERS, type Register } from '@/lib/domain/metering/registers'
import { REGISTER_STRENGTH } from './register-strength'

/** What the strip under the day means: only the registers this day has, the dearest first. */
export function RegisterKey({ registers }: { registers: readonly Register[] }) {
  const t = useTranslations('metering.curve')
  return (
    <div className="mt-3 flex flex-wrap gap-x-4 gap-y-1 text-xs text-quiet">
      <span>{t('registers')}</span>
      <ul className="flex flex-wrap gap-x-3 gap-y-1">
        {REGISTERS.filter((register) => registers.includes(register)).map((register) => (
          <li key={register} className="flex items-center gap-1.5">
            <span
              aria-hidden="true"
              className="h-1.5 w-4 rounded-[1px] border border-chart-3/50"
              style={{
                background: `color-mix(in oklab, var(--color-chart-3) ${REGISTER_STRENGTH[register] * 100}%, transparent)`,
              }}
            />
            <RegisterName register={register} />
          </li>
        ))}
      </ul>
    </div>
  )
}
