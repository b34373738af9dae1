// What the build has laid out for the search (kek_build/search/): an entry that names everything, and pieces that are fetched
// when somebody needs them. A record is known by its number, which says what county and kind it is.

const base = new URL("../", import.meta.url)
const folder = new URL("kek/suche/", base)

/** How much longer records of each step are than those of the step before; `numbering.py` has the same. */
const GROWTH = 1.25

const fetched = new Map()

/** What is fetched once; when that fails, it is tried again the next time. */
function once(name, get) {
  if (!fetched.has(name)) {
    fetched.set(name, get().catch((error) => {
      fetched.delete(name)
      throw error
    }))
  }
  return fetched.get(name)
}

async function json(address, options) {
  const answer = await fetch(address, options)
  if (!answer.ok) throw new Error(`${answer.status} ${address}`)
  return answer.json()
}

/** The concepts with the numbers of their records: from `start`, and `kinds` as `[kind, from]`. */
function numbered(concepts) {
  let at = 0
  return concepts.map((concept) => {
    const start = at
    const kinds = concept.arten.map(([kind, steps]) => {
      const from = at
      for (let index = 1; index < steps.length; index += 2) at += steps[index]
      return [kind, from]
    })
    return { ...concept, start, end: at, kinds }
  })
}

/**
 * The entry: `konzepte` (`name`, `start`, `end`, `kinds`), `total`, and the tables of pieces (`tafeln`, `woerter`, `titel`,
 * `nummern`), each a list of `[beginning, name]`.
 */
export function entry() {
  return once("", async () => {
    const data = await json(new URL("index.json", folder), { cache: "no-cache" })
    const konzepte = numbered(data.konzepte)
    return { ...data, konzepte, total: konzepte.at(-1)?.end ?? 0 }
  })
}

/** A piece by its name. */
export const piece = (name) => once(name, () => json(new URL(`teile/${name}.json`, folder)))

/** The last of sorted entries that begins at or before a value. */
export function lastBefore(entries, value, begin = ([key]) => key) {
  let low = 0
  let high = entries.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (begin(entries[middle]) <= value) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** The lines of a table that may hold what begins so: where it would stand, and some of those that follow. */
export function linesFor(rows, beginning, most = 3) {
  const first = Math.max(0, lastBefore(rows, beginning))
  let end = first + 1
  while (end < rows.length && end - first < most && rows[end][0].startsWith(beginning)) end++
  return rows.slice(first, end)
}

/** The lines that may hold a word or what it is made of by an ending. */
export function linesOf(rows, word, ending = 5) {
  const ends = Array.from({ length: ending + 1 }, (_, cut) => word.length - cut).filter((end) => end > 2 || end === word.length)
  return [...new Set(ends.map((end) => rows[Math.max(0, lastBefore(rows, word.slice(0, end)))]))]
}

/** The concept that a record belongs to. */
export const conceptOf = (number, { konzepte }) => konzepte[lastBefore(konzepte, number, (concept) => concept.start)]

/** The kind of a record. */
export function kindOf(number, known) {
  const { kinds } = conceptOf(number, known)
  return kinds[lastBefore(kinds, number, ([, from]) => from)][0]
}

/** How many words each record has, as `[words, how many records]` in the order of their numbers. */
export function* lengths({ konzepte }) {
  for (const { arten } of konzepte) {
    for (const [, steps] of arten) {
      for (let index = 0; index < steps.length; index += 2) yield [Math.round(GROWTH ** steps[index]), steps[index + 1]]
    }
  }
}

/** What a hit shows: `adresse`, `titel`, `nummer`, `art`, `stelle`, `text`. */
export async function hitOf(number) {
  const known = await entry()
  const concept = conceptOf(number, known)
  const at = number - concept.start
  const file = Math.floor(at / known.block)
  const name = `${concept.treffer[Math.floor(file / known.reihe)]}-${file}`
  const block = await once(`treffer-${name}`, () => json(new URL(`${concept.adresse}kek/suche/treffer/${name}.json`, base)))
  const [adresse, titel, nummer, stelle, text] = block[at % known.block]
  return { adresse: concept.adresse + adresse, titel, nummer, art: kindOf(number, known), stelle, text }
}

/** The fields of action of a concept, each with the numbers of its records. */
export async function fieldsOf(concept) {
  return (await piece(concept.felder)).map(([name, distances]) => {
    let at = concept.start
    return [name, new Set(distances.map((distance) => (at += distance)))]
  })
}
