'use client'

import { QrCode } from '@/components/ui/qr-code'
import { drawQr } from '@/server/lib/qr'
import { useWords } from '../_lib/words'

/** The code with which somebody who was written down takes their evening along on their own phone. */
export function SlipQr({ url }: { readonly url: string }) {
  const { t } = useWords()
  return (
    <div className="scan-slip grid gap-2">
      <p className="font-semibold">{t('slip.text')}</p>
      <div className="w-44">
        <QrCode drawing={drawQr(url)} title={t('slip.qr')} />
      </div>
    </div>
  )
}
