import { useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/button'
import type { SurplusUse } from '@/lib/domain/surplus/best-use'
import type { UndecidedCredit } from '@/lib/services/own-surplus'
import { CreditButton } from './credit-button'
import type { SigningFacts } from './credit-use'

export interface UseActionProps {
  use: SurplusUse
  undecided: UndecidedCredit
  signing: SigningFacts
  isBest: boolean
}

/** The way to a use: a dialog that signs here, or the page where it is done. */
export function UseAction({ use, undecided, signing, isBest }: UseActionProps) {
  const t = useTranslations('ownSurplus.uses')
  const { credit, session, feedIn } = undecided
  const variant = isBest ? 'primary' : 'secondary'
  if (use === 'sell')
    return session ? (
      <LinkButton href={`/surplus/${session.id}`} variant={variant} wide>
        {t('do.sell')}
      </LinkButton>
    ) : null
  if (use === 'redeem')
    return (
      <LinkButton href={`/consumer/surplus/redeem?credit=${credit.creditId}`} variant={variant} wide>
        {t('do.redeem')}
      </LinkButton>
    )
  const { settings, account, offers, now } = signing
  return (
    <CreditButton
      use={use}
      variant={variant}
      wide
      credit={credit}
      feedIn={feedIn}
      settings={settings}
      account={account}
      offers={offers}
      now={now}
    />
  )
}
