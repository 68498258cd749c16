// Every rule that is written twice. A new one: a function of ParityHarness, and an entry here.
import { billRule } from './bill-rule'
import { chargeRules } from './charge-rules'
import { exchangeRule } from './exchange-rule'
import { formulaRules } from './formula-rules'
import { readRules } from './read-rules'
import type { Rule } from './rule'
import { settlementRules } from './settlement-rules'

export function rulesWith(formulas: Parameters<typeof formulaRules>[0]): Rule[] {
  return [...formulaRules(formulas), ...chargeRules, billRule, ...readRules, exchangeRule, ...settlementRules]
}
