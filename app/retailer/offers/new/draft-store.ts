import { parseOfferText, type OfferText } from './offer-text'

/** One draft for each account on this device. */
function keyOf(retailer: string): string {
  return `switchyard.offer-draft.${retailer.toLowerCase()}`
}

/** Null where there is none, or none that this version can read. */
export function storedDraft(retailer: string): OfferText | null {
  try {
    const stored = localStorage.getItem(keyOf(retailer))
    return stored === null ? null : parseOfferText(JSON.parse(stored))
  } catch {
    // Storage is switched off, or holds something else: the form starts empty.
    return null
  }
}

export function storeDraft(retailer: string, draft: OfferText): void {
  try {
    localStorage.setItem(keyOf(retailer), JSON.stringify(draft))
  } catch {
    // Storage is switched off or full: the draft lives as long as the page.
  }
}

/** Leaves no trace: the offer is published, or the retailer gave it up. */
export function forgetDraft(retailer: string): void {
  try {
    localStorage.removeItem(keyOf(retailer))
  } catch {
    // Storage is switched off: there is nothing to forget.
  }
}
