'use client'

import { useTranslations } from 'next-intl'
import { Dialog } from '@/components/ui/dialog'
import { DemoMark } from './demo-mark'
import { MemberPicker } from './member-picker'
import type { DemoMember } from './members'

interface ChooseMemberProps {
  members: DemoMember[]
  onChoose: (member: DemoMember) => void
  onClose: () => void
}

export function ChooseMember({ members, onChoose, onClose }: ChooseMemberProps) {
  const t = useTranslations('wallet.demo')
  return (
    <Dialog
      open
      persistent
      onOpenChange={(open) => !open && onClose()}
      title={t('chooseTitle')}
      description={<DemoMark />}
    >
      <MemberPicker members={members} onChoose={onChoose} />
    </Dialog>
  )
}
