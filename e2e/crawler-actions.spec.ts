/** Every server action, called as everybody whom its things do not concern, with everything no page would send. */
import { expect, test } from '@playwright/test'
import { actionsOfBuild, callAction, Form, isRefusal, outcomeOf, type Action } from './crawler/actions'
import { foreignCalls, ownedBy, wrongCalls, type Call, type Owned } from './crawler/foreign-calls'
import { allRows, changesIn } from './crawler/rows'
import { inTurns } from './crawler/in-turns'
import { found, secretsFrom, type Secret } from './crawler/secrets'
import { strangersTo, type Stranger } from './crawler/strangers'
import { withDatabase } from './database'
import { partiesOf, type Parties } from './parties'
import { places } from './places'
import { signedIn } from './sessions'

let parties: Parties
let owned: Owned
let calls: Record<string, Call>
let pathOf: Map<string, string>

test.describe.configure({ timeout: 600_000 })

test.beforeAll(async () => {
  parties = await withDatabase(partiesOf)
  owned = await withDatabase((database) => ownedBy(database, parties))
  calls = foreignCalls(owned)
  // Without what the address asks, which the answer would repeat.
  pathOf = new Map((await places()).map(({ pattern, path }) => [pattern, path.replace(/\?.*/, '')]))
})

test('knows every action of the build', () => {
  expect(
    actionsOfBuild()
      .map(({ name }) => name)
      .sort(),
  ).toEqual(Object.keys(calls).sort())
})

test('rows show it when an action changes something', async () => {
  const owner = await signedIn(parties.consumer.name)
  const action = actionsOfBuild().find(({ name }) => name === 'saveMails')!
  const before = await withDatabase((database) => allRows(database))
  // It stays: one more thing that nobody else may be shown.
  const mails = new Form({ address: `${Date.now()}@homes.example`, locale: 'en', kind: 'BillReady' })
  const response = await callAction(owner, { id: action.id, path: pageOf(action) }, [null, mails])
  expect(response.status()).toBe(200)
  const after = await withDatabase((database) => allRows(database))
  expect(changesIn(before, after).join()).toContain('mail_address: 1 came')
})

test('refuses by name whoever means what is another’s, and changes nothing', async () => {
  await workDone()
  for (const stranger of await strangersTo(parties)) {
    const [before, secrets] = await withDatabase(async (database) => [
      await allRows(database, stranger.address),
      await secretsFrom(database, stranger.address),
    ])
    const attempts = actionsOfBuild().flatMap((action) => {
      const call = calls[action.name]
      return call ? [call.foreign, ...wrongCalls(call)].map((args) => ({ action, call, args })) : []
    })
    await inTurns(attempts, (attempt) => refused(stranger, attempt, secrets))
    const after = await withDatabase((database) => allRows(database, stranger.address))
    expect.soft(changesIn(before, after), stranger.title).toEqual([])
  }
})

/** The worker looks for mails and files every ten seconds: what it was given before is no change of an action’s. */
async function workDone(): Promise<void> {
  await expect(async () => {
    const before = await withDatabase((database) => allRows(database))
    await new Promise((done) => setTimeout(done, 11_000))
    expect(changesIn(before, await withDatabase((database) => allRows(database)))).toEqual([])
  }).toPass({ timeout: 90_000 })
}

interface Attempt {
  action: Action
  call: Call
  args: unknown[]
}

async function refused({ title, context }: Stranger, { action, call, args }: Attempt, secrets: Secret[]) {
  const response = await callAction(context, { id: action.id, path: pageOf(action) }, args)
  const outcome = await outcomeOf(response)
  const what = `${action.name} by ${title} with ${JSON.stringify(args, textOf).slice(0, 120)}`
  const isExpected = isRefusal(outcome) || outcome === 'faulty' || (call.silent && outcome === 'nothing')
  expect.soft(isExpected ? 'refused' : outcome, what).toBe('refused')
  const answer = `${JSON.stringify(response.headers())}\n${await response.text()}`
  expect.soft(found(secrets, answer, Object.values(owned)), what).toEqual([])
}

const textOf = (_: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value)

/** A page that needs no thing of its own, where there is one. */
function pageOf({ pages }: Action): string {
  const page = [...pages].sort((a, b) => Number(a.includes('[')) - Number(b.includes('[')))[0] ?? '/'
  const path = pathOf.get(page)
  if (!path) throw new Error(`nothing says where ${page} is`)
  return path
}
