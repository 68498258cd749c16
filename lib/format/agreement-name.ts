/** What people call an agreement: what was signed, and for which supply point. */
export function agreementName({ offerName, meterLabel }: { offerName: string; meterLabel: string | null }): string {
  return [offerName, meterLabel].filter(Boolean).join(' · ')
}
