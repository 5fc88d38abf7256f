import type { FormAnswer } from '@/components/ui/action-form'

/** What making a host's link answers: the link and its code, this once. */
export interface LinkAnswer extends FormAnswer {
  readonly link?: {
    readonly label: string
    readonly url: string
    readonly qr: { readonly edge: number; readonly path: string }
  }
}
