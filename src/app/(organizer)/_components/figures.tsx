/** A few numbers that say how an evening goes, each with what it counts. */
export function Figures({ figures }: { readonly figures: readonly { readonly label: string; readonly figure: number }[] }) {
  return (
    <dl className="flex flex-wrap gap-x-12 gap-y-6">
      {figures.map(({ label, figure }) => (
        <div key={label} className="flex flex-col-reverse">
          <dt className="text-muted">{label}</dt>
          <dd className="font-display text-[clamp(2.5rem,9vw,3.5rem)] leading-none tabular-nums">{figure}</dd>
        </div>
      ))}
    </dl>
  )
}
