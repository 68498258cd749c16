/** The only reader of process.env on the server. Read when first asked for, so that a build needs no settings. */
import { z } from 'zod'
import { isDemoKey } from '@/lib/chain/demo-keys'
import { mailAddress } from '@/lib/domain/members/mail-address'

const SECRET_LENGTH = 32
const WELL_KNOWN_SECRET = /change.?me|secret|default|example|password|switchyard|^(.)\1+$/i

const url = (protocols: string[], advice: string) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    error: `is not an address that starts with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}. ${advice}`,
  })
const privateKey = z
  .string()
  .regex(/^0x[0-9a-fA-F]{64}$/, { error: 'is not a private key. Write 0x and 64 hexadecimal digits.' })
const account = z
  .string()
  .regex(/^0x[0-9a-fA-F]{40}$/, { error: 'is not an account. Write 0x and 40 hexadecimal digits.' })
const timeZone = z.string().refine(isTimeZone, { error: 'is not a time zone. Write a name such as Asia/Shanghai.' })

const schema = z.object({
  SWITCHYARD_MODE: z
    .enum(['demo', 'production'], { error: 'is neither demo nor production. Set it to one of them.' })
    .default('demo'),
  DATABASE_URL: url(
    ['postgresql:', 'postgres:'],
    'Set it to a PostgreSQL 15 or newer, or run npm start, which brings its own.',
  ),
  RPC_URL: url(
    ['http:', 'https:'],
    'Set it to the JSON-RPC address of a chain, or run npm start, which brings its own.',
  ),
  NEXTAUTH_URL: url(['http:', 'https:'], 'Set it to the address people type to reach this market.'),
  NEXTAUTH_SECRET: z
    .string({ error: 'is missing. Set it to the output of: openssl rand -hex 32' })
    .min(1, { error: 'is empty. Set it to the output of: openssl rand -hex 32' }),
  DEPLOYMENT_FILE: z.string().min(1).default('.data/deployment.json'),
  UPLOAD_DIR: z.string().min(1).default('.data/uploads'),
  RELAYER_PRIVATE_KEY: privateKey.optional(),
  MARKET_TIME_ZONE: timeZone.default('Asia/Shanghai'),
  MARKET_CURRENCY: z
    .string()
    .regex(/^[A-Z]{3}$/, { error: 'is not a currency code. Write three capitals such as CNY.' })
    .default('CNY'),
  SMTP_URL: url(
    ['smtp:', 'smtps:'],
    'Set it to the mail server, such as smtps://user:password@mail.example, or leave it out.',
  ).optional(),
  MAIL_FROM: z
    .string()
    .refine((text) => mailAddress(text) !== null, {
      error: 'is not an e-mail address. Write one such as market@example.org.',
    })
    .optional(),
  DEPLOYER_PRIVATE_KEY: privateKey.optional(),
  TOKEN_ADDRESS: account.optional(),
  ADMIN_ADDRESS: account.optional(),
  EXCHANGE_ADDRESS: account.optional(),
  GUARDIAN_ADDRESS: account.optional(),
  CHROMIUM_PATH: z.string().optional(),
  PATH: z.string().default(''),
  DEMO_TRADERS: z.enum(['on', 'off'], { error: 'is neither on nor off. Set it to one of them.' }).default('on'),
  COMPLAINTS_URL: url(
    ['https:', 'http:', 'mailto:'],
    'Set it to the page or the mail address where the exchange takes complaints.',
  ).optional(),
})

type Settings = z.infer<typeof schema>

export interface Env {
  mode: 'demo' | 'production'
  databaseUrl: string
  rpcUrl: string
  /** Where people reach this market: the origin that sign-in messages must name. */
  publicUrl: string
  authSecret: string
  deploymentFile: string
  /** Where meter files wait to be read. The web app and the worker must see the same folder. */
  uploadDir: string
  /** Absent in the demo, which uses the relayer account of the public mnemonic. */
  relayerKey: `0x${string}` | undefined
  marketTimeZone: string
  marketCurrency: string
  /** Absent: no mail is sent. The demo then keeps it to be looked at. */
  smtpUrl: string | undefined
  /** Whom mails are from; there is one where there is a mail server. */
  mailFrom: string | undefined
  deployerKey: `0x${string}` | undefined
  tokenAddress: `0x${string}` | undefined
  adminAddress: `0x${string}` | undefined
  exchangeAddress: `0x${string}` | undefined
  guardianAddress: `0x${string}` | undefined
  /** A Chromium that bills are printed with. Absent: the one of the machine, if there is one. */
  chromiumPath: string | undefined
  /** Where programs are, as PATH has it. */
  programFolders: string
  /** Whether demo members bid and sell by themselves in surplus sessions. */
  demoTraders: boolean
  /** Where the exchange takes complaints about bills. */
  complaintsUrl: string | undefined
}

/** Each line of the message names a variable, what is wrong with it and what to do. Values are never repeated: they may be secret. */
export class EnvError extends Error {}

export function parseEnv(source: Record<string, string | undefined>): Env {
  // An empty variable is one that is not set: .env files are full of them.
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = schema.safeParse(given)
  if (!parsed.success) throw new EnvError(sentences(parsed.error, given).join('\n'))
  const { SWITCHYARD_MODE, SMTP_URL, MAIL_FROM } = parsed.data
  const faults = SWITCHYARD_MODE === 'production' ? productionFaults(parsed.data) : []
  if (SMTP_URL && !MAIL_FROM) {
    faults.push('MAIL_FROM is missing. Set it to the address that mails come from, or leave out SMTP_URL.')
  }
  if (faults.length > 0) throw new EnvError(faults.join('\n'))
  return named(parsed.data)
}

function sentences(error: z.ZodError, given: Record<string, unknown>): string[] {
  return error.issues.map((issue) => {
    const name = String(issue.path[0])
    const missing = !(name in given) && !issue.message.startsWith('is missing')
    return missing
      ? `${name} is missing. Set it in the environment or in .env, or run npm start.`
      : `${name} ${issue.message}`
  })
}

/** What a demo may do and a market with real money may not. */
function productionFaults(settings: Settings): string[] {
  const faults: string[] = []
  const secret = settings.NEXTAUTH_SECRET
  if (secret.length < SECRET_LENGTH || WELL_KNOWN_SECRET.test(secret)) {
    faults.push(
      `NEXTAUTH_SECRET is too short or well known (production). Set it to the output of: openssl rand -hex ${SECRET_LENGTH}`,
    )
  }
  const { protocol, hostname } = new URL(settings.NEXTAUTH_URL)
  if (protocol !== 'https:' && !['localhost', '127.0.0.1', '[::1]'].includes(hostname)) {
    faults.push(
      'NEXTAUTH_URL is not https (production). Put the market behind TLS and write https:// in front of its name.',
    )
  }
  if (!settings.RELAYER_PRIVATE_KEY) {
    faults.push(
      'RELAYER_PRIVATE_KEY is missing (production). Set it to the key of a funded account that is used for nothing else.',
    )
  }
  for (const name of ['RELAYER_PRIVATE_KEY', 'DEPLOYER_PRIVATE_KEY'] as const) {
    const key = settings[name]
    if (key && isDemoKey(key))
      faults.push(`${name} is a key of the public test mnemonic (production). Everybody has it: make a new one.`)
  }
  return faults
}

function named(settings: Settings): Env {
  const hex = (text: string | undefined) => text?.toLowerCase() as `0x${string}` | undefined
  return {
    mode: settings.SWITCHYARD_MODE,
    databaseUrl: settings.DATABASE_URL,
    rpcUrl: settings.RPC_URL,
    publicUrl: settings.NEXTAUTH_URL,
    authSecret: settings.NEXTAUTH_SECRET,
    deploymentFile: settings.DEPLOYMENT_FILE,
    uploadDir: settings.UPLOAD_DIR,
    relayerKey: hex(settings.RELAYER_PRIVATE_KEY),
    marketTimeZone: settings.MARKET_TIME_ZONE,
    marketCurrency: settings.MARKET_CURRENCY,
    smtpUrl: settings.SMTP_URL,
    mailFrom: settings.MAIL_FROM,
    deployerKey: hex(settings.DEPLOYER_PRIVATE_KEY),
    tokenAddress: hex(settings.TOKEN_ADDRESS),
    adminAddress: hex(settings.ADMIN_ADDRESS),
    exchangeAddress: hex(settings.EXCHANGE_ADDRESS),
    guardianAddress: hex(settings.GUARDIAN_ADDRESS),
    chromiumPath: settings.CHROMIUM_PATH,
    programFolders: settings.PATH,
    demoTraders: settings.DEMO_TRADERS === 'on',
    complaintsUrl: settings.COMPLAINTS_URL,
  }
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined
  } catch {
    return false
  }
}

let parsed: Env | undefined

/** Parses the settings now; for programs that want a wrong one named before anything starts. */
export function loadEnv(): Env {
  parsed ??= parseEnv(process.env)
  return parsed
}

/** The settings. The first property that is read parses them all. */
export const env: Env = new Proxy({} as Env, { get: (_, name) => loadEnv()[name as keyof Env] })
