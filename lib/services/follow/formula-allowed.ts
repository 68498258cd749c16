import { formulaNameOf } from '@/lib/chain/coding/formula'
import { saveFormula } from '@/lib/db/write/offers'
import type { Address } from '@/lib/domain/units/hex'
import { addressOf, argsOf, type Handler } from './happening'

export const formulaAllowed: Handler = async (happening) => {
  const { formula, allowed } = argsOf<{ formula: Address; allowed: boolean }>(happening)
  const name = formulaNameOf(happening.contracts, formula) ?? null
  await saveFormula(happening.tx, { address: addressOf(formula), name, allowed })
}
