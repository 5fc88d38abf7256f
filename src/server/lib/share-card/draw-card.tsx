import { renderAsync } from '@resvg/resvg-js'
import type { CSSProperties } from 'react'
import satori from 'satori'
import { CARD_HEIGHT, CARD_WIDTH, cardVersion, type CardFacts } from './card-facts'
import { drawable } from './drawable'
import { cardFonts, DISPLAY, DISPLAY_EXTENDED, TEXT, TEXT_EXTENDED } from './fonts'

/** The light tokens of the look: a picture has no dark side. */
const COLOR = { paper: '#fbf6ec', ink: '#211c18', muted: '#554b42', line: '#e2d7c5', accent: '#b83c14' } as const
const PRODUCT = 'Serendip'
/** How many pictures are kept, of about 40 kB each. */
const KEPT = 100

const display: CSSProperties = { fontFamily: `${DISPLAY}, ${DISPLAY_EXTENDED}`, fontWeight: 600 }
const text: CSSProperties = { fontFamily: `${TEXT}, ${TEXT_EXTENDED}`, fontWeight: 500 }
const oneLine: CSSProperties = { display: 'block', lineClamp: 1, wordBreak: 'break-word' }

/** The size of the name, in pixels: three lines of it fit, whatever its length; beyond that it is cut. */
function nameSize(name: string): number {
  if (name.length <= 18) return 116
  if (name.length <= 40) return 88
  return name.length <= 75 ? 72 : 58
}

function Card({ community, name, when, where, stamp }: CardFacts) {
  return (
    <div style={{ ...text, display: 'flex', flexDirection: 'column', boxSizing: 'border-box', width: '100%', height: '100%', padding: '56px 72px 52px', background: COLOR.paper, color: COLOR.ink, borderTop: `20px solid ${COLOR.accent}` }}>
      <div style={{ ...oneLine, fontSize: 34, color: COLOR.muted }}>{community}</div>
      <div style={{ display: 'flex', flexGrow: 1, alignItems: 'center' }}>
        <div style={{ ...display, display: 'block', lineClamp: 3, fontSize: nameSize(name), lineHeight: 1.1, letterSpacing: '-0.015em', wordBreak: 'break-word' }}>
          {name}
        </div>
      </div>
      <div style={{ display: 'flex', alignItems: 'flex-end', justifyContent: 'space-between', borderTop: `2px solid ${COLOR.line}`, paddingTop: 28 }}>
        <div style={{ display: 'flex', flexDirection: 'column', flexGrow: 1, width: 820 }}>
          {stamp && <div style={{ ...oneLine, ...display, fontSize: 46, color: COLOR.accent }}>{stamp}</div>}
          {when && <div style={{ ...oneLine, fontSize: 38, textDecoration: stamp ? 'line-through' : 'none' }}>{when}</div>}
          {where && <div style={{ ...oneLine, fontSize: 34, color: COLOR.muted }}>{where}</div>}
        </div>
        <div style={{ ...display, display: 'flex', fontSize: 40 }}>
          {PRODUCT}
          <span style={{ color: COLOR.accent }}>.</span>
        </div>
      </div>
    </div>
  )
}

async function draw(facts: CardFacts): Promise<Uint8Array<ArrayBuffer>> {
  const community = drawable(facts.community)
  const shown = {
    community,
    name: drawable(facts.name) || community || PRODUCT,
    when: drawable(facts.when),
    where: drawable(facts.where),
    stamp: drawable(facts.stamp),
  }
  // No graphemeImages and no loadAdditionalAsset: there is nothing that could be fetched.
  const svg = await satori(<Card {...shown} />, { width: CARD_WIDTH, height: CARD_HEIGHT, fonts: await cardFonts() })
  return new Uint8Array((await renderAsync(svg, { font: { loadSystemFonts: false } })).asPng())
}

const kept = new Map<string, Promise<Uint8Array<ArrayBuffer>>>()

/**
 * The picture that networks show beside a link: a PNG of 1200 x 630, drawn in this process from
 * files of the installation, without any request. The latest hundred are kept, and one that many ask for
 * at once is drawn once.
 */
export function drawCard(facts: CardFacts): Promise<Uint8Array<ArrayBuffer>> {
  const version = cardVersion(facts)
  const card = kept.get(version) ?? draw(facts)
  // The newest stand last; a drawing that failed is not kept.
  kept.delete(version)
  kept.set(version, card)
  card.catch(() => kept.delete(version))
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT) break
    kept.delete(oldest)
  }
  return card
}
