'use client'

import { QrCode } from '@/components/ui/qr-code'
import { drawQr } from '@/server/lib/qr'
import { useWords } from '../_lib/words'

/** The code with which somebody who was written down takes their evening along on their own phone. */
export function SlipQr({ url }: { readonly url: string }) {
  const { t } = useWords()
  return (
    <div className="scan-slip flex flex-wrap items-center gap-4">
      <div className="w-44 shrink-0">
        <QrCode drawing={drawQr(url)} title={t('slip.qr')} />
      </div>
      <p className="max-w-[16em] flex-1 basis-40">{t('slip.text')}</p>
    </div>
  )
}
