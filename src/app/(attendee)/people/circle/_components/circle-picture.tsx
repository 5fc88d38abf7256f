'use client'

import { useRef, useState, type KeyboardEvent } from 'react'
import { classes } from '@/components/ui/classes'
import { useScripts } from '@/components/ui/use-form-answer'
import { PICTURE_SIZE, type Picture } from '@/domain/my-circle/picture'
import { ARROWS, nearest } from '../_lib/nearest'

/** What is pointed at: a person, or what ties some of them. */
type Pointed = { readonly kind: 'dot' | 'hub'; readonly index: number } | null

/**
 * The picture of one's people, drawn on the server: each dot leads to somebody's page. With scripts what is pointed
 * at stands out with all that it touches, and arrow keys go from dot to dot; the table beside it says the same.
 */
export function CirclePicture({
  picture,
  words,
}: {
  readonly picture: Picture
  readonly words: { readonly title: string; readonly hint: string; readonly you: string; readonly nameless: string }
}) {
  const { dots, hubs, rings, lines } = picture
  const scripts = useScripts()
  const [pointed, setPointed] = useState<Pointed>(null)
  const [stop, setStop] = useState(0)
  const links = useRef<(HTMLAnchorElement | null)[]>([])
  const nameOf = (dot: number) => (dots[dot]?.name ?? '') || words.nameless
  const hubsOf = (dot: number) => lines.filter(([one]) => one === dot).flatMap(([, hub]) => hubs[hub] ?? [])
  const touches = ([dot, hub]: Picture['lines'][number]) => pointed !== null && pointed.index === (pointed.kind === 'dot' ? dot : hub)
  const lit = (kind: 'dot' | 'hub', index: number) =>
    pointed === null ||
    (pointed.kind === kind ? pointed.index === index : lines.some((line) => touches(line) && line[kind === 'dot' ? 0 : 1] === index))
  const said = pointed === null ? null : pointed.kind === 'hub' ? hubs[pointed.index]?.label : [nameOf(pointed.index), ...hubsOf(pointed.index).map(({ label }) => label)].join(' · ')

  const go = (event: KeyboardEvent) => {
    const direction = ARROWS[event.key]
    const to = direction ? nearest(dots, stop, direction) : null
    if (!direction) return
    event.preventDefault()
    if (to === null) return
    setStop(to)
    links.current[to]?.focus()
  }
  const leave = () => {
    setPointed(null)
  }

  return (
    <div className="grid gap-2">
      <svg
        role="group"
        aria-label={words.title}
        viewBox={`0 0 ${String(PICTURE_SIZE)} ${String(PICTURE_SIZE)}`}
        className="mx-auto w-full max-w-[34rem] touch-manipulation"
        onPointerLeave={leave}
        onKeyDown={go}
      >
        {rings.map(({ letter, radius }) => (
          <g key={letter} aria-hidden="true">
            <circle cx={PICTURE_SIZE / 2} cy={PICTURE_SIZE / 2} r={radius} className="fill-none stroke-line" />
            <text x={PICTURE_SIZE / 2} y={PICTURE_SIZE / 2 - radius} dy="0.36em" textAnchor="middle" fontSize="12" className="fill-ink stroke-paper font-semibold" strokeWidth="5" paintOrder="stroke">
              {letter}
            </text>
          </g>
        ))}
        {rings.length > 0 && (
          <text aria-hidden="true" x={PICTURE_SIZE / 2} y={PICTURE_SIZE / 2} dy="0.36em" textAnchor="middle" fontSize="12" className="fill-ink font-semibold">
            {words.you}
          </text>
        )}
        <g aria-hidden="true">
          {lines.map((line) => {
            const [dot, hub] = [dots[line[0]], hubs[line[1]]]
            if (!dot || !hub) return null
            return <line key={line.join(' ')} x1={dot.x} y1={dot.y} x2={hub.x} y2={hub.y} className={touches(line) ? 'stroke-accent' : 'stroke-line'} strokeWidth={touches(line) ? 2 : 1} />
          })}
        </g>
        {hubs.map(({ letter, label, x, y }, index) => (
          <g
            key={letter}
            aria-hidden="true"
            className={lit('hub', index) ? undefined : 'opacity-35'}
            onPointerEnter={() => {
              setPointed({ kind: 'hub', index })
            }}
          >
            <title>{label}</title>
            <rect x={x - 10} y={y - 10} width="20" height="20" rx="4" className="fill-paper stroke-ink" />
            <text x={x} y={y} dy="0.36em" textAnchor="middle" fontSize="13" className="fill-ink font-semibold">
              {letter}
            </text>
          </g>
        ))}
        {dots.map(({ contactId, x, y, links: linking }, index) => (
          <a
            key={contactId}
            ref={(link) => {
              links.current[index] = link
            }}
            href={`/people/${contactId}`}
            tabIndex={index === stop ? 0 : -1}
            aria-label={[nameOf(index), ...hubsOf(index).map(({ label }) => label)].join(', ')}
            className={classes('outline-none', !lit('dot', index) && 'opacity-35')}
            onPointerEnter={() => {
              setPointed({ kind: 'dot', index })
            }}
            onFocus={() => {
              setStop(index)
              setPointed({ kind: 'dot', index })
            }}
            onBlur={leave}
          >
            <title>{nameOf(index)}</title>
            <circle cx={x} cy={y} r="13" className="fill-transparent" />
            {linking && <circle cx={x} cy={y} r="9" className="fill-paper stroke-accent" strokeWidth="2" />}
            <circle
              cx={x}
              cy={y}
              r={linking ? 5.5 : 4.5}
              strokeWidth="3"
              className={classes(linking ? 'fill-accent' : 'fill-ink', pointed?.kind === 'dot' && pointed.index === index && 'stroke-accent')}
            />
          </a>
        ))}
      </svg>
      {scripts && (
        <p dir="auto" className="min-h-[2.9em] text-center text-small text-muted">
          {said ?? <span className="max-sm:hidden">{words.hint}</span>}
        </p>
      )}
    </div>
  )
}
