// npm run test:parity: the same random cases through Solidity and TypeScript, every rule that is written twice. Ends with a
// line "N rules agree, M differ". --seed repeats a run, --cases changes their number, --rule picks by name.
import { parseArgs } from 'node:util'
import { answersIn, batchCall } from './batch'
import { drawFrom } from './draw'
import { startParityNode, type ParityNode } from './node'
import { answerOf, type Answer, type Case, type Rule } from './rule'
import { rulesWith } from './rules'

const BATCH = 250
const SHOWN = 3

interface Outcome {
  refused: number
  differences: number
}

function sameAnswer(a: Answer, b: Answer): boolean {
  if ('refused' in a || 'refused' in b) return 'refused' in a && 'refused' in b && a.refused === b.refused
  return a.length === b.length && a.every((word, index) => BigInt.asUintN(256, word) === b[index])
}

const textOf = (answer: Answer) => ('refused' in answer ? answer.refused : `[${answer.join(', ')}]`)

async function compare(rule: Rule, cases: number, seed: bigint, node: ParityNode): Promise<Outcome> {
  const random = drawFrom(seed)
  const outcome = { refused: 0, differences: 0 }
  const check = ({ drawn, expected }: Drawn, answers: readonly Answer[]) => {
    if (answers.length !== drawn.length)
      throw new Error(`${rule.name}: ${answers.length} answers to ${drawn.length} cases`)
    for (const [index, one] of drawn.entries()) {
      const [typescript, solidity] = [expected[index], answers[index]]
      if (!typescript || !solidity) throw new Error(`${rule.name}: an answer is missing`)
      if ('refused' in typescript) outcome.refused++
      if (sameAnswer(typescript, solidity)) continue
      if (outcome.differences++ >= SHOWN) continue
      console.log(
        `  ${rule.name} [${one.words.join(', ')}]\n    Solidity   ${textOf(solidity)}\n    TypeScript ${textOf(typescript)}`,
      )
    }
  }
  // The node works on one batch while the next is drawn.
  let pending: Promise<void> = Promise.resolve()
  for (let done = 0; done < cases; done += BATCH) {
    const batch = drawBatch(rule, Math.min(BATCH, cases - done), random)
    await pending
    const call = node.call(
      batchCall(
        rule.harness,
        batch.drawn.map(({ words }) => words),
      ),
    )
    pending = call.then((result) => check(batch, answersIn(result)))
    pending.catch(() => undefined) // Thrown where it is awaited.
    await new Promise((resolve) => setImmediate(resolve))
  }
  await pending
  return outcome
}

interface Drawn {
  drawn: Case[]
  expected: Answer[]
}

function drawBatch(rule: Rule, size: number, random: ReturnType<typeof drawFrom>): Drawn {
  const drawn = Array.from({ length: size }, () => rule.draw(random))
  return { drawn, expected: drawn.map(answerOf) }
}

async function main(): Promise<boolean> {
  const { values } = parseArgs({
    options: { seed: { type: 'string' }, cases: { type: 'string', default: '100000' }, rule: { type: 'string' } },
  })
  const seed = BigInt(values.seed ?? Date.now())
  const cases = Number(values.cases)
  if (!Number.isSafeInteger(cases) || cases < 1) throw new Error('--cases is a number above zero')
  console.log(`Seed ${seed}: --seed ${seed} repeats this run.`)
  const node = await startParityNode()
  try {
    const rules = rulesWith(node.formulas).filter(({ name }) => values.rule === undefined || name.includes(values.rule))
    if (rules.length === 0) throw new Error(`no rule is named ${values.rule}`)
    let differing = 0
    for (const rule of rules) {
      const began = Date.now()
      const { refused, differences } = await compare(rule, cases, seed, node)
      if (differences > 0) differing++
      const seconds = ((Date.now() - began) / 1000).toFixed(1)
      console.log(
        `  ${differences === 0 ? '✓' : '✗'} ${rule.name.padEnd(22)} ${cases} cases, ${refused} refused by both, ${differences} differences (${seconds} s)`,
      )
    }
    console.log(`${rules.length - differing} rules agree, ${differing} differ`)
    return differing === 0
  } finally {
    node.stop()
  }
}

process.exit((await main()) ? 0 : 1)
