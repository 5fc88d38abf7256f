import Link from 'next/link'

/** Where one can go from everywhere. */
export interface HeaderLink {
  readonly href: string
  readonly label: string
}

/**
 * The head of every page: the name, and for those who are signed in a few ways to go. It holds no
 * data of its own.
 */
export function Header({
  name,
  navLabel,
  links = [],
  wide = false,
}: {
  readonly name: string
  /** Names the navigation for screen readers. */
  readonly navLabel: string
  readonly links?: readonly HeaderLink[]
  readonly wide?: boolean
}) {
  return (
    <header className="border-b border-line">
      <div
        // A page that is wide has a head as wide.
        className={`mx-auto flex w-full flex-wrap items-center justify-between gap-x-6 px-5 [body:has(main.max-w-wide)_&]:max-w-wide ${wide ? 'max-w-wide' : 'max-w-narrow'}`}
      >
        <Link
          prefetch={false}
          href="/"
          dir="auto"
          className="inline-flex min-h-[max(3rem,44px)] items-center font-display text-[1.3rem] font-semibold no-underline"
        >
          {name}
        </Link>
        {links.length > 0 && (
          <nav aria-label={navLabel}>
            <ul className="flex flex-wrap gap-x-3 sm:gap-x-5">
              {links.map(({ href, label }) => (
                <li key={href}>
                  <Link
                    prefetch={false}
                    href={href}
                    className="inline-flex min-h-[max(2.75rem,44px)] min-w-[max(2.75rem,44px)] items-center justify-center underline decoration-line decoration-2 underline-offset-6 hover:decoration-accent"
                  >
                    {label}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </div>
    </header>
  )
}
