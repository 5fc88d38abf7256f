import { acrossSeeds, byEvening, type Seasons } from './compare'
import { COLOURS, drawMark, drawPanel, STYLES, type Panel } from './panel'
import { seasonMeasures, writeValue, type SeasonMeasureName } from './season-measures'
import { element, text } from './svg'
import { WAYS, type Way } from './ways'

export const WAY_NAMES: Readonly<Record<Way, string>> = {
  engine: 'Serendip’s suggestions',
  naive: 'most shared tags',
  none: 'no suggestions',
}
const SHORT: Readonly<Record<Way, string>> = { engine: 'Serendip', naive: 'shared tags', none: 'none' }

/** The seasons at one chance of following a suggestion. */
export interface Case {
  readonly label: string
  readonly seasons: Seasons
}

const MARGIN = 52
const WIDTH = 1280
const HEAD = 152
const PANEL = { width: 368, height: 300, gapX: 36, gapY: 34 } as const
const FOOT = 96
const HEIGHT = HEAD + 2 * PANEL.height + PANEL.gapY + FOOT
const TEXT_FACE = "'Instrument Sans Variable', 'Instrument Sans', 'Helvetica Neue', Arial, sans-serif"
const DISPLAY_FACE = "'Fraunces Variable', Fraunces, Georgia, 'Times New Roman', serif"

/** Draws the whole comparison: small multiples, one measure each. @returns a file of SVG. */
export function drawChart(given: {
  readonly seasons: Seasons
  readonly cases: readonly Case[]
  readonly people: number
  readonly seeds: number
  readonly caseSeeds: number
}): string {
  const { seasons, cases, people, seeds, caseSeeds } = given
  const evenings = seasons.engine[0]?.length ?? 0
  const panels = [
    ...(['newPerVisit', 'newcomersWhoMet', 'visitsWithoutMeeting', 'across', 'shownAgain'] as const).map((name) =>
      eveningPanel(seasons, name, evenings),
    ),
    casePanel(cases, 'newPerVisit', caseSeeds),
  ]
  const title = `${String(evenings)} simulated evenings: who meets somebody new?`
  const size = { width: WIDTH, height: HEIGHT }
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', ...size, viewBox: `0 0 ${String(WIDTH)} ${String(HEIGHT)}`, role: 'img', 'font-family': TEXT_FACE },
    [
      `<title>${title}</title>`,
      element('rect', { ...size, fill: COLOURS.paper }),
      text(title, MARGIN, 60, 32, { 'font-family': DISPLAY_FACE, 'font-weight': 500, fill: COLOURS.ink }),
      text(
        `A model, no measurement: about ${String(people)} people an evening, the same in each way of suggesting. Means of ${String(seeds)} seasons with 95% intervals.`,
        MARGIN,
        90,
        16,
        { fill: COLOURS.muted },
      ),
      ...WAYS.map((way, place) => drawKey(way, MARGIN + place * 270, 122)),
      ...panels.map((panel, place) =>
        drawPanel(panel, {
          x: MARGIN + (place % 3) * (PANEL.width + PANEL.gapX),
          y: HEAD + Math.floor(place / 3) * (PANEL.height + PANEL.gapY),
          width: PANEL.width,
          height: PANEL.height,
        }),
      ),
      ...[
        'It assumes that suggestions are followed at a given rate, and that all conversations are equally good: whether reasons are',
        'convincing, and whether people like each other, only real evenings can show. Every assumption: bench/lib/season/assumptions.ts.',
      ].map((line, place) => text(line, MARGIN, HEIGHT - 46 + place * 22, 15, { fill: COLOURS.muted })),
    ],
  )}\n`
}

function eveningPanel(seasons: Seasons, name: SeasonMeasureName, evenings: number): Panel {
  const lines = Object.fromEntries(WAYS.map((way) => [way, byEvening(seasons, way, name)]))
  const figures = WAYS.flatMap((way) => {
    const season = acrossSeeds(seasons, way, name)
    return season ? [`${SHORT[way]} ${writeValue(name, season.mean)}`] : []
  })
  const every = Math.ceil(evenings / 12)
  return {
    title: seasonMeasures[name].label,
    figures: figures.join('  ·  '),
    places: Array.from({ length: evenings }, (_, place) => (place % every === 0 ? String(place + 1) : '')),
    axis: 'evening',
    lines,
    intervals: 'BAND',
    ...scaleOf(name),
  }
}

function casePanel(cases: readonly Case[], name: SeasonMeasureName, seeds: number): Panel {
  return {
    title: `${seasonMeasures[name].label}, by how many follow`,
    figures: `chance that a suggestion is followed; ${String(seeds)} seasons each`,
    places: cases.map(({ label }) => label),
    axis: 'followed',
    lines: Object.fromEntries(WAYS.map((way) => [way, cases.map(({ seasons }) => acrossSeeds(seasons, way, name))])),
    intervals: 'BARS',
    ...scaleOf(name),
  }
}

function scaleOf(name: SeasonMeasureName): Pick<Panel, 'write' | 'most'> {
  if (seasonMeasures[name].unit === 'PEOPLE') return { write: (value) => String(Number(value.toFixed(2))) }
  return { write: (value) => `${String(Number((value * 100).toFixed(1)))}%`, most: 1 }
}

function drawKey(way: Way, x: number, y: number): string {
  const { colour, width, dashes } = STYLES[way]
  return element('g', {}, [
    element('line', { x1: x, x2: x + 42, y1: y - 5, y2: y - 5, stroke: colour, 'stroke-width': width, 'stroke-dasharray': dashes }),
    drawMark(way, x + 21, y - 5),
    text(WAY_NAMES[way], x + 52, y, 16, { fill: COLOURS.ink }),
  ])
}
