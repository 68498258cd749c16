import { redirect } from 'next/navigation'

export default function RetailerPage() {
  redirect('/retailer/offers')
}
