/** A card that is on its way, as high as the one that comes, so that nothing jumps. Hidden from screen readers. */
export function SkeletonCard() {
  return (
    <div aria-hidden="true" className="breathes grid min-h-72 content-start gap-4 border-t-2 border-line bg-raised px-5 pt-5 pb-6">
      <div className="h-8 w-2/3 bg-line" />
      <div className="h-5 w-5/6 bg-line" />
      <div className="h-5 w-1/3 bg-line" />
      <div className="mt-4 h-5 w-full bg-line" />
      <div className="h-5 w-3/4 bg-line" />
    </div>
  )
}

/** Lines of text that are on their way. Hidden from screen readers. */
export function SkeletonLines({ count = 3 }: { readonly count?: number }) {
  return (
    <div aria-hidden="true" className="breathes grid gap-3">
      {Array.from({ length: count }, (_, line) => (
        <div key={line} className="h-5 bg-line last:w-2/3" />
      ))}
    </div>
  )
}
