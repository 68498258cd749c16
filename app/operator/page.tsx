import { redirect } from 'next/navigation'
import { getViewer, requireOperator } from '@/lib/auth/viewer'

/** The grid company comes for its meters; the exchange has none and comes for the market; a charging point for its vouchers. */
export default async function OperatorPage() {
  if ((await getViewer())?.roles.includes('chargingPoint')) redirect('/operator/charging')
  const { roles } = await requireOperator('/operator')
  redirect(roles.includes('grid') ? '/operator/reads' : '/operator/market')
}
