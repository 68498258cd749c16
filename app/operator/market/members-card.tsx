import { useTranslations } from 'next-intl'
import { ShortHex } from '@/components/energy/chain-name'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { Table, type Column } from '@/components/ui/table'
import type { MemberRow } from '@/lib/db/read/members'
import { shortHex } from '@/lib/format/hex'

/** Who takes part in the market, and in what role. */
export function MembersCard({ members }: { members: MemberRow[] }) {
  const t = useTranslations('operator.market.members')
  const columns: Column<MemberRow>[] = [
    { key: 'name', header: t('name'), cell: ({ name, address }) => name ?? shortHex(address), primary: true },
    { key: 'roles', header: t('roles'), cell: (member) => <Roles member={member} /> },
    { key: 'account', header: t('account'), cell: ({ address }) => <ShortHex hex={address} /> },
    { key: 'state', header: t('state'), cell: ({ suspended }) => <State suspended={suspended} /> },
  ]
  return (
    <Card title={t('title')} lead={t('lead')} flush>
      <Table caption={t('title')} columns={columns} rows={members} rowKey={({ address }) => address} />
    </Card>
  )
}

function Roles({ member }: { member: MemberRow }) {
  const t = useTranslations('operator.market.members')
  if (member.roles.length === 0) return <span className="text-quiet">{t('noRoles')}</span>
  return (
    <span className="inline-flex flex-wrap gap-1.5">
      {member.roles.map((role) => (
        <Badge key={role}>{t(`role.${role}`)}</Badge>
      ))}
    </span>
  )
}

function State({ suspended }: { suspended: boolean }) {
  const t = useTranslations('operator.market.members')
  return <Badge tone={suspended ? 'danger' : 'success'}>{t(suspended ? 'suspended' : 'admitted')}</Badge>
}
