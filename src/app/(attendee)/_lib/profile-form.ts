/** What the profile form says: a field that the form does not have is left out. */
export interface ProfileFormFields {
  readonly changes: {
    readonly name?: string
    readonly headline?: string
    readonly ask?: string
    readonly offer?: string
    readonly starter?: string
    readonly organization?: string
    readonly city?: string
    readonly visible?: boolean
  }
  /** Slugs of ticked interests and newly typed words. */
  readonly words: readonly string[]
  /** True when the button beside the word was pressed: more is to be added before going on. */
  readonly adding: boolean
}

const LINES = ['name', 'headline', 'ask', 'offer', 'starter', 'organization', 'city'] as const

/** Reads the profile form as it is posted, with scripts or without. */
export function readProfileForm(form: FormData): ProfileFormFields {
  const texts = (name: string) => form.getAll(name).filter((value) => typeof value === 'string')
  const lines = Object.fromEntries(LINES.flatMap((line) => texts(line).slice(0, 1).map((text) => [line, text])))
  // An unticked box sends nothing: the marker says that the box was there.
  const visible = form.has('visibility') ? { visible: !form.has('hide') } : {}
  return {
    changes: { ...lines, ...visible },
    words: [...texts('interest'), ...texts('word').filter((word) => word.trim() !== '')],
    adding: form.get('intent') === 'add',
  }
}
