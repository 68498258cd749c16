/** Sessions of people who proved their account: a signed cookie that names the account, nothing else. */
import type { NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { z } from 'zod'
import { signIn } from '@/lib/services/sign-in'
import { env } from '@/lib/env'

const SESSION_SECONDS = 12 * 60 * 60
const LONGEST_MESSAGE = 4_096

const credentialsSchema = z.object({
  message: z.string().max(LONGEST_MESSAGE),
  signature: z
    .string()
    .regex(/^0x[0-9a-fA-F]+$/)
    .max(LONGEST_MESSAGE),
})

/** Read when asked for, so that a build needs no settings. */
export function authOptions(): NextAuthOptions {
  return {
    secret: env.authSecret,
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    providers: [
      CredentialsProvider({
        id: 'siwe',
        name: 'Ethereum',
        credentials: { message: { type: 'text' }, signature: { type: 'text' } },
        async authorize(credentials) {
          const given = credentialsSchema.safeParse(credentials)
          if (!given.success) throw new Error('SignInMessageMalformed')
          const { message, signature } = given.data
          const decision = await signIn(message, signature as `0x${string}`, Math.floor(Date.now() / 1000))
          // The name of the refusal reaches the sign-in page, which has its sentence.
          if (!decision.ok) throw new Error(decision.refusal.name)
          return { id: decision.value }
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { ...token, sub: user.id } : token),
      session: ({ session, token }) => ({ ...session, address: token.sub }),
    },
  }
}
