import { Period } from './period'

export interface DeliveryPeriodProps {
  start: number
  /** Published settlement periods. */
  calendar: readonly { start: number; end: number }[]
}

/** A delivery period by its start. */
export function DeliveryPeriod({ start, calendar }: DeliveryPeriodProps) {
  return <Period start={start} end={calendar.find((period) => period.start === start)?.end ?? start + 1} />
}
