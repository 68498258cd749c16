/** Every page and every handler, as everybody whom it does not concern. How each address is found: places.ts. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type APIRequestContext } from '@playwright/test'
import { answerOf, type Answer } from './crawler/answer'
import { inTurns } from './crawler/in-turns'
import { found, secretsFrom, secretsOf, type Secret } from './crawler/secrets'
import { strangersTo, type Stranger } from './crawler/strangers'
import { dataDir, withDatabase } from './database'
import { partiesOf, type Parties } from './parties'
import { GRID, places, type Place } from './places'
import { routes } from './routes'
import { sessionEnding, signedIn, visitor } from './sessions'

/** In the demo they say who its members are: anybody may act as one. */
const NAMES_MEMBERS = ['/sign-in', '/api/demo-members']
/** The router of the app asks for pages in a form of its own. */
const ASKINGS: Record<string, string>[] = [{}, { RSC: '1' }]
const ASK = { maxRedirects: 0, maxRetries: 2 }

let parties: Parties
let all: Place[]
let strangers: Stranger[]

test.describe.configure({ timeout: 600_000 })

test.beforeAll(async () => {
  parties = await withDatabase(partiesOf)
  ;[all, strangers] = [await places(), await strangersTo(parties)]
})

test('knows every route of the build', () => {
  const built = JSON.parse(readFileSync('.next/app-path-routes-manifest.json', 'utf8')) as Record<string, string>
  const made = Object.values(built).filter((pattern) => !/^\/(_|icon\.svg$|robots\.txt$)/.test(pattern))
  expect(routes().map(({ pattern }) => pattern)).toEqual(made.sort((a, b) => a.localeCompare(b)))
})

test('every route opens for whom it is made, and shows what is theirs', async () => {
  const secrets = await withDatabase(async (database) => [
    ...(await secretsOf(database, parties.consumer.address)),
    ...(await secretsOf(database, await addressOf(GRID))),
  ])
  const contexts = new Map<string | null, APIRequestContext>([[null, await visitor()]])
  for (const { who } of all) if (!contexts.has(who)) contexts.set(who, await signedIn(who ?? ''))
  const [pdf, others] = [gettable().filter(isPdf), gettable().filter((place) => !isPdf(place))]
  const open = async (place: Place) => {
    const { status, headers, body } = await answerOf(await contexts.get(place.who)!.get(place.path, ASK))
    const opens = status < 400 && !/^location: \/sign-in/m.test(headers)
    expect.soft(opens ? 'opens' : `${status} ${headers}`, place.path).toBe('opens')
    if (!place.unknown || !place.who || isPdf(place)) return
    expect.soft(found(secrets, `${headers}\n${body}`, place.things), place.path).not.toEqual([])
  }
  await inTurns(others, open)
  // A browser prints it, which takes a while, and gives up on a busy machine.
  await inTurns(pdf, open)
})

test('a session lets its account in until it ends', async () => {
  const [open, over] = [await sessionEnding(parties.consumer.name, 60), await sessionEnding(parties.consumer.name, -60)]
  expect((await open.get('/consumer/bills/bills.csv', ASK)).status()).toBe(200)
  expect((await over.get('/consumer/bills/bills.csv', ASK)).headers()['location']).toMatch(/^\/sign-in\?/)
})

test('tells nobody else anything', async () => {
  for (const stranger of strangers) {
    const secrets = await withDatabase((database) => secretsFrom(database, stranger.address))
    const foreign = gettable().filter(({ who }) => who === null || who !== stranger.name)
    for (const headers of ASKINGS) await inTurns(foreign, (place) => ask(stranger, place, { headers, secrets }))
  }
})

test('answers no method that a handler has not, and none that it has without reason', async () => {
  const secrets = await withDatabase((database) => secretsFrom(database, null))
  const nobody = strangers.find(({ name }) => name === null)!.context
  await inTurns(
    all.filter(({ kind }) => kind === 'handler'),
    async ({ path, methods }) => {
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const) {
        const response = await nobody.fetch(path, { ...ASK, method, data: '{"not": "asked for"' })
        const { status, body } = await answerOf(response)
        if (!methods.includes(method)) expect.soft(status, `${method} ${path}`).toBe(405)
        expect.soft(status, `${method} ${path}`).toBeLessThan(500)
        expect.soft(found(secrets, body), `${method} ${path}`).toEqual([])
      }
    },
  )
})

test('writes nothing of it into its logs', async () => {
  const secrets = await withDatabase((database) => secretsFrom(database, null))
  const folder = join(dataDir(), 'logs')
  const logs = readdirSync(folder)
  expect(logs).toEqual(expect.arrayContaining(['web.log', 'worker.log', 'postgres.log']))
  for (const log of logs) expect.soft(found(secrets, readFileSync(join(folder, log), 'utf8')), log).toEqual([])
})

const gettable = () => all.filter(({ methods }) => methods.includes('GET'))
const isPdf = ({ pattern }: Place) => pattern.endsWith('.pdf')
const addressOf = async (name: string) =>
  withDatabase(async (database) => {
    const { address } = await database.row<{ address: string }>('SELECT address FROM profile WHERE name = $1', [name])
    return address
  })

async function ask(
  { title, context }: Stranger,
  place: Place,
  { headers, secrets }: { headers: Record<string, string>; secrets: Secret[] },
): Promise<void> {
  const get = async (path: string, asked: string[]) => answerOf(await context.get(path, { ...ASK, headers }), asked)
  const what = `${place.path} for ${title}${headers['RSC'] ? ', by the router' : ''}`
  const answer = await get(place.path, place.things)
  const kept = NAMES_MEMBERS.includes(place.pattern) ? secrets.filter((secret) => secret.what !== 'name') : secrets
  expect.soft(found(kept, `${answer.headers}\n${answer.body}`, place.things), what).toEqual([])
  if (place.kind === 'page' || place.who) expect.soft(answer.status, what).toBeLessThan(500)
  if (!place.unknown || !place.who) return
  const none = await get(place.unknown, place.noThings)
  expect.soft(without(answer), `${what}, beside ${place.unknown}`).toEqual(without(none))
}

const without = ({ status, headers, says }: Answer) => ({ status, headers, says })
