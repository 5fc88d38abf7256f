import { html } from '@/server/lib/html-page'
import { textOf, type Locale } from '@/text/translator'

/** One sentence about what was refused; nothing when there is none. */
export const problemLine = (problem: string) => problem !== '' && html`<p class="problem" role="alert">${problem}</p>`

/**
 * What the reader lets another have, on the page of a mail's link. Their own address is not named there, since
 * links are passed on.
 */
export function detailInputs(lead: string, locale: Locale) {
  const t = textOf(locale, 'introduction')
  return html`<fieldset><legend>${lead}</legend>
<label class="tick"><input type="checkbox" name="shareEmail" value="yes" checked> ${t('myMailAddress')}</label>
<label for="phone">${t('myPhone')}</label>
<input id="phone" name="phone" type="tel" dir="ltr" maxlength="40" autocomplete="tel" aria-describedby="phone-hint">
<p class="hint" id="phone-hint">${t('myPhoneHint')}</p></fieldset>`
}

/** What such a form says. */
export function detailsIn(fields: Readonly<Record<string, string>>) {
  return { shareEmail: fields['shareEmail'] === 'yes', phone: fields['phone'] ?? '' }
}
