import { ChipChoice } from '@/components/ui/chip'
import { textOf, type Locale } from '@/text/translator'

/** One's groups, to tick; nothing where there are none. */
export function GroupChoices({
  groups,
  chosen = [],
  locale,
}: {
  readonly groups: readonly { readonly groupId: string; readonly name: string }[]
  readonly chosen?: readonly string[]
  readonly locale: Locale
}) {
  if (groups.length === 0) return null
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-2 font-semibold">{textOf(locale, 'people')('groupsLabel')}</legend>
      <div className="flex flex-wrap gap-3">
        {groups.map(({ groupId, name }) => (
          <ChipChoice key={groupId} name="groupId" value={groupId} label={name} defaultChecked={chosen.includes(groupId)} />
        ))}
      </div>
    </fieldset>
  )
}
