import type { Tone } from '@/components/ui/badge'
import type { SessionPhase } from '@/lib/domain/surplus/phase'

export const PHASE_TONE: Record<SessionPhase, Tone> = {
  open: 'success',
  locked: 'warning',
  clearing: 'info',
  overdue: 'warning',
  cleared: 'neutral',
  untraded: 'neutral',
  voided: 'neutral',
}
