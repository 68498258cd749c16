import { redirect } from 'next/navigation'
import { getViewer, requireOperator } from '@/lib/auth/viewer'

/** The grid company comes for its meters; the exchange has none and comes for the market; a charging point for its vouchers; a storage operator for its offers. */
export default async function OperatorPage() {
  const viewer = await getViewer()
  if (viewer?.roles.includes('chargingPoint')) redirect('/operator/charging')
  if (viewer?.roles.includes('storage')) redirect('/operator/storage')
  const { roles } = await requireOperator('/operator')
  redirect(roles.includes('grid') ? '/operator/reads' : '/operator/market')
}
