import type { Register } from '@/lib/domain/metering/registers'

/** How strongly a register is coloured: the dearer, the stronger, in light and in dark. */
export const REGISTER_STRENGTH: Record<Register, number> = {
  sharp: 0.95,
  peak: 0.65,
  flat: 0.4,
  valley: 0.22,
  deepValley: 0.1,
}
