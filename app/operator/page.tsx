import { redirect } from 'next/navigation'
import { requireOperator } from '@/lib/auth/viewer'

/** The grid company comes for its meters; the exchange has none and comes for the market. */
export default async function OperatorPage() {
  const { roles } = await requireOperator('/operator')
  redirect(roles.includes('grid') ? '/operator/reads' : '/operator/market')
}
