import Link from 'next/link'
import { InlineForm } from '@/components/ui/inline-form'
import { SubmitButton } from '@/components/ui/submit-button'
import { isolated } from '@/text/isolated'
import { textOf, type Locale } from '@/text/translator'
import { CadenceSelect } from '../../_components/cadence-select'
import { FactsFields } from '../../_components/facts-fields'
import { GroupChoices } from '../../_components/group-choices'
import { changeFacts, changeRhythm, removeContact } from '../_actions'
import type { ShownContact } from '../_lib/shown-contact'
import { Fold } from './fold'
import { ReachForm } from './reach-form'

interface Props {
  readonly contact: ShownContact
  readonly name: string
  /** All of one's groups; null for whoever cannot have any yet. */
  readonly groups: readonly { readonly groupId: string; readonly name: string }[] | null
  readonly locale: Locale
}

/** All that can be changed about somebody, each behind its name. */
export function Changes({ contact, name, groups, locale }: Props) {
  const t = textOf(locale, 'people')
  const { contactId } = contact
  return (
    <div className="border-b border-line">
      <Rhythm contact={contact} groups={groups} locale={locale} />
      <Fold title={t('edit')}>
        <InlineForm action={changeFacts.bind(null, contactId)} className="grid gap-6">
          <FactsFields facts={contact} locale={locale} />
          <SubmitButton tone="quiet" pending={t('saving')}>
            {t('save')}
          </SubmitButton>
        </InlineForm>
      </Fold>
      {groups !== null && <ReachForm contact={contact} locale={locale} />}
      <Fold title={t('remove', { name: isolated(name) })}>
        <InlineForm action={removeContact.bind(null, contactId)} className="grid justify-items-start gap-3">
          <p className="max-w-measure">{t('removeLead', { count: contact.interactions })}</p>
          <SubmitButton tone="danger" pending={t('removing')}>
            {t('removeConfirm')}
          </SubmitButton>
        </InlineForm>
      </Fold>
    </div>
  )
}

/** How often to be in touch, and in which groups. */
function Rhythm({ contact, groups, locale }: Omit<Props, 'name'>) {
  const t = textOf(locale, 'people')
  const chosen = contact.groups.map(({ groupId }) => groupId)
  return (
    <Fold title={t('rhythm')}>
      <InlineForm action={changeRhythm.bind(null, contact.contactId)} className="grid justify-items-start gap-5">
        <CadenceSelect id="cadence" label={t('cadenceLabel')} inherit={t('cadenceInherit')} value={contact.cadence} locale={locale} />
        {groups !== null && <input type="hidden" name="groups" value="asked" />}
        {groups !== null && <GroupChoices key={chosen.join()} groups={groups} chosen={chosen} locale={locale} />}
        {groups?.length === 0 && (
          <Link prefetch={false} href="/people/groups" className="link inline-block py-2">
            {t('toGroups')}
          </Link>
        )}
        <SubmitButton tone="quiet" pending={t('saving')}>
          {t('save')}
        </SubmitButton>
      </InlineForm>
    </Fold>
  )
}
