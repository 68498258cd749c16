'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { DropZone } from '@/components/ui/drop-zone'
import { Field, Textarea } from '@/components/ui/field'
import { Callout } from '@/components/ui/callout'
import { Camera } from './camera'
import { qrInPicture } from './read-qr'

export interface ScanCardProps {
  /** Everything that a check needs has come. */
  isReady: boolean
  onText: (text: string) => void
}

/** Three ways to a voucher: the camera, a picture, its text. */
export function ScanCard({ isReady, onText }: ScanCardProps) {
  const t = useTranslations('charging.scan')
  const [isLooking, setLooking] = useState(false)
  const [isEmpty, setEmpty] = useState(false)
  const [text, setText] = useState('')

  async function look(file: Blob) {
    const found = await qrInPicture(file)
    setEmpty(found === null)
    if (found !== null) onText(found)
  }
  function seen(found: string) {
    setLooking(false)
    onText(found)
  }
  return (
    <Card title={t('title')} lead={t('lead')} footer={<span role="status">{t(isReady ? 'ready' : 'notReady')}</span>}>
      <div className="grid gap-6 lg:grid-cols-2">
        <div className="space-y-4">
          {isLooking ? (
            <Camera onText={seen} onClose={() => setLooking(false)} />
          ) : (
            <Button variant="primary" onClick={() => setLooking(true)}>
              {t('camera')}
            </Button>
          )}
          <DropZone
            accept="image/*"
            drop={t('drop')}
            choose={t('choose')}
            onFiles={([file]) => file && void look(file)}
          >
            {t('stays')}
          </DropZone>
          {isEmpty && (
            <Callout tone="warning" title={t('noCode')} live>
              {t('noCodeMeaning')}
            </Callout>
          )}
        </div>
        <form
          className="space-y-4"
          onSubmit={(event) => {
            event.preventDefault()
            onText(text)
          }}
        >
          <Field label={t('text')} hint={t('textHint')}>
            <Textarea
              name="voucher"
              rows={6}
              spellCheck={false}
              className="font-mono"
              value={text}
              onChange={({ target }) => setText(target.value)}
              // A browser brings the caret into sight; the rest of the field would stay behind the bar of a phone.
              onFocus={({ target }) => target.scrollIntoView({ block: 'nearest' })}
            />
          </Field>
          <Button type="submit">{t('check')}</Button>
        </form>
      </div>
    </Card>
  )
}
