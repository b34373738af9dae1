// What the search finds, without any page around it. Nothing is fetched before somebody searches; then only those pieces of
// the index that the words need. Of several words the best pages have most, so a whole question can be typed.
import { termsOf } from "./anfrage.js"
import { byNumber, numberIn } from "./nummern.js"
import { fold } from "./wortschatz.js"

const base = new URL("../", import.meta.url)

/** How many hits are fetched, ordered and shown at a time. */
export const PAGE = 24

/** The filters: what Pagefind calls them. */
export const FILTERS = ["Konzept", "Art", "Handlungsfeld"]

/** How much a kind of thing is what people look for, of several that hold the same words. */
const KIND_WEIGHT = {
  Schlüsselvorhaben: 1.25, Maßnahme: 1.25, Handlungsfeld: 1.15, "Strategisches Ziel": 1.15, Ziel: 1.15, Themenfeld: 1.1,
  "Operatives Ziel": 1.1, "SWOT-Thema": 1, Kennzahl: 1, Ort: 0.95, Akteur: 0.9, "SWOT-Aussage": 0.9, Seite: 0.9,
  Glossareintrag: 0.75,
}

/** How much more counts what is called just as the whole query: who types the name of a town looks for its page. */
const NAMED = 3

/** Terms of so few letters are mostly abbreviations. */
const SHORT = 3

let engine

async function loadEngine() {
  engine ??= import(new URL("pagefind/pagefind.js", base)).then(async (pagefind) => {
    await pagefind.options({ excerptLength: 1, baseUrl: "/", noWorker: true, ranking: { metaWeights: { title: 6 } } })
    await pagefind.init()
    return pagefind
  })
  return engine
}

/** The values of each filter: `{Konzept: […], Art: […], Handlungsfeld: […]}`. */
export async function filterValues() {
  const known = await (await loadEngine()).filters()
  const order = new Intl.Collator("de", { numeric: true }).compare
  return Object.fromEntries(FILTERS.map((name) => [name, Object.keys(known[name] ?? {}).sort(order)]))
}

/** What holds a term. Of a short one, what holds it whole counts more: `PR` is not the beginning of Praxis. */
async function lookUp(term) {
  const pagefind = await loadEngine()
  const { results } = await pagefind.search(term)
  if (term.length > SHORT) return results
  const whole = new Set((await pagefind.search(`"${term}"`)).results.map((result) => result.id))
  return whole.size ? results.map((result) => (whole.has(result.id) ? result : { ...result, score: result.score / 4 })) : results
}

/** The ids of what holds any of the terms and has a value. Asked with the terms: without one, Pagefind fetches its whole index. */
async function having(terms, name, value) {
  const pagefind = await loadEngine()
  const answers = await Promise.all(terms.map((term) => pagefind.search(term, { filters: { [name]: value } })))
  return new Set(answers.flatMap(({ results }) => results.map((result) => result.id)))
}

/** Pages by how many of the terms they hold, then by how well. */
async function rank(terms) {
  const scores = new Map()
  const answers = await Promise.all(terms.map(lookUp))
  for (const results of answers) {
    if (!results.length) continue
    const best = Math.max(...results.map((result) => result.score)) || 1
    const rarity = Math.log(1 + 1000 / results.length)
    for (const result of results) {
      const entry = scores.get(result.id) ?? { result, score: 0, terms: 0 }
      entry.score += rarity * (0.3 + (0.7 * result.score) / best)
      entry.terms += 1
      scores.set(result.id, entry)
    }
  }
  return [...scores.values()]
    .map((entry) => ({ ...entry, score: entry.score * (entry.terms / terms.length) ** 1.5 }))
    .sort((left, right) => right.score - left.score)
}

/** The words around the first term, as pieces of text; those that match are marked. */
function excerpt(content, terms, title) {
  const shown = content.replace(title, "").trim()
  const stems = terms.map((term) => fold(term).slice(0, Math.max(4, term.length - 3)))
  if (!shown) return null
  const words = shown.split(/\s+/)
  const fits = (word) => stems.some((begin) => fold(word).replace(/^[^\p{L}\p{N}]+/u, "").startsWith(begin))
  const first = Math.max(0, words.findIndex(fits) - 6)
  const pieces = words.slice(first, first + 26).map((word) => ({ text: word, marked: fits(word) }))
  return pieces.length ? { pieces, before: first > 0, after: first + 26 < words.length } : null
}

/** What kind of thing answers a question. */
const ANSWERS = [
  [/^\s*was\s+(ist|sind|heißt|heisst|bedeutet|bedeuten|meint)\b/i, "Glossareintrag", 2.6],
  [/^\s*(wer|wem|wen)\b/i, "Akteur", 1.5],
  [/^\s*(wie\s*(viel|viele|lang|weit|hoch|alt|groß|gross|oft)|wieviel|wieviele)\b/i, "Kennzahl", 1.5],
]

function weight({ art, stelle }, query, concept) {
  const answers = ANSWERS.find(([question, kind]) => kind === art && question.test(query))?.[2] ?? 1
  const there = concept && stelle.startsWith(concept) ? 1.3 : 1
  return (KIND_WEIGHT[art] ?? 1) * answers * there
}

/** One page of hits, with their texts, ordered by what kind of thing they are. */
async function load(ranked, { query, terms, concept }) {
  const folded = fold(query.trim())
  const hits = await Promise.all(
    ranked.map(async ({ result, score }) => {
      const { raw_url, url, meta, content } = await result.data()
      const title = fold(meta.titel)
      const exact = title === folded ? NAMED : terms.some((term) => fold(term) === title) ? 1.5 : 1
      return {
        ...meta,
        adresse: (raw_url ?? url).replace(/^\//, ""),
        auszug: excerpt(content, terms, meta.titel),
        score: score * weight(meta, query, concept) * exact,
      }
    }),
  )
  return hits.sort((left, right) => right.score - left.score)
}

/** How many hits each value of each filter would leave, with the other filters as they are. */
async function count(ranked, terms, filters) {
  const counts = {}
  for (const [name, values] of Object.entries(await filterValues())) {
    const left = await narrow(ranked, terms, { ...filters, [name]: "" })
    const numberOf = async (value) => {
      const ids = await having(terms, name, value)
      return [value, left.filter((entry) => ids.has(entry.result.id)).length]
    }
    counts[name] = await Promise.all(values.map(numberOf))
  }
  return counts
}

/** What has the values of all filters that are set. */
async function narrow(ranked, terms, filters) {
  let left = ranked
  for (const [name, value] of Object.entries(filters)) {
    if (!value) continue
    const ids = await having(terms, name, value)
    left = left.filter((entry) => ids.has(entry.result.id))
  }
  return left
}

/**
 * Find things.
 *
 * @param {string} query what was typed
 * @param {{Konzept?: string, Art?: string, Handlungsfeld?: string}} filters only things with these values
 * @param {{asTyped?: boolean, counted?: boolean}} how `asTyped`: correct nothing; `counted`: count for the filters
 * @returns `hits` (the first `PAGE`, best first: `adresse`, `titel`, `nummer`, `art`, `stelle`, `auszug`), `more(from)` for
 *   those that follow, `total`, `words` as typed, `corrected` (pairs of words), `unknown` (words for which Pagefind takes what
 *   begins alike), `counts` by filter
 */
export async function find(query, filters = {}, { asTyped = false, counted = false } = {}) {
  const wanted = numberIn(query)
  const numbered = wanted && !filters.Art && !filters.Handlungsfeld ? await byNumber(wanted, filters.Konzept) : []
  if (numbered.length) {
    return { hits: numbered, more: async () => [], total: numbered.length, words: [], corrected: [], unknown: [], counts: null }
  }
  const { words, terms, corrected, unknown, concept } = await termsOf(query, asTyped)
  const all = terms.length ? await rank(terms) : []
  const ranked = await narrow(all, terms, filters)
  const more = (from) => load(ranked.slice(from, from + PAGE), { query, terms, concept })
  const counts = counted ? await count(all, terms, filters) : null
  return { hits: await more(0), more, total: ranked.length, words, corrected, unknown, counts }
}
