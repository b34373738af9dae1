// What the search finds, without any page around it. Nothing is fetched before somebody searches; then only those pieces of
// the index that the words need. Of several words the best pages have most, so a whole question can be typed.
import { termsOf } from "./anfrage.js"
import { conceptOf, entry, fieldsOf, hitOf, kindOf } from "./fundus.js"
import { lookUp } from "./maschine.js"
import { byNumber, numberIn } from "./nummern.js"
import { fold } from "./wortschatz.js"

/** How many hits are fetched, ordered and shown at a time. */
export const PAGE = 24

/** The filters. */
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

/** Of so many counties, the fields of all can be told apart; of more, only those of the chosen one are offered. */
const FEW_COUNTIES = 3

/** What holds a term. Of a short one, what holds it whole counts more: `PR` is not the beginning of Praxis. */
async function holding(term) {
  const results = await lookUp(term)
  if (term.length > SHORT) return results
  const whole = new Set((await lookUp(term, { whole: true })).map(({ number }) => number))
  return whole.size ? results.map((result) => (whole.has(result.number) ? result : { ...result, score: result.score / 4 })) : results
}

/** Pages by how many of the terms they hold, then by how well. */
async function rank(terms) {
  const scores = new Map()
  const answers = await Promise.all(terms.map(holding))
  for (const results of answers) {
    if (!results.length) continue
    const best = Math.max(...results.map((result) => result.score)) || 1
    const rarity = Math.log(1 + 1000 / results.length)
    for (const result of results) {
      const entry = scores.get(result.number) ?? { number: result.number, score: 0, terms: 0 }
      entry.score += rarity * (0.3 + (0.7 * result.score) / best)
      entry.terms += 1
      scores.set(result.number, entry)
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
    ranked.map(async ({ number, score }) => {
      const hit = await hitOf(number)
      const title = fold(hit.titel)
      const exact = title === folded ? NAMED : terms.some((term) => fold(term) === title) ? 1.5 : 1
      return { ...hit, auszug: excerpt(hit.text, terms, hit.titel), score: score * weight(hit, query, concept) * exact }
    }),
  )
  return hits.sort((left, right) => right.score - left.score)
}

/** What each filter says of a record: a list of its values. Counties and kinds follow from its number. */
async function valuesOf(chosen) {
  const known = await entry()
  const told = known.konzepte.filter(({ name }) => (chosen ? name === chosen : known.konzepte.length <= FEW_COUNTIES))
  const fields = (await Promise.all(told.map(fieldsOf))).flat()
  return {
    Konzept: (number) => [conceptOf(number, known).name],
    Art: (number) => [kindOf(number, known)],
    Handlungsfeld: (number) => fields.filter(([, numbers]) => numbers.has(number)).map(([name]) => name),
  }
}

const narrow = (ranked, filters, values) =>
  ranked.filter(({ number }) => FILTERS.every((name) => !filters[name] || values[name](number).includes(filters[name])))

/** How many hits each value of each filter would leave, with the other filters as they are. */
function count(ranked, filters, values) {
  const order = new Intl.Collator("de", { numeric: true }).compare
  return Object.fromEntries(FILTERS.map((name) => {
    const counts = new Map()
    for (const { number } of narrow(ranked, { ...filters, [name]: "" }, values)) {
      for (const value of values[name](number)) counts.set(value, (counts.get(value) ?? 0) + 1)
    }
    return [name, [...counts].sort(([left], [right]) => order(left, right))]
  }))
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
  const values = counted || Object.values(filters).some(Boolean) ? await valuesOf(filters.Konzept) : {}
  const wanted = numberIn(query)
  if (wanted && !filters.Art && !filters.Handlungsfeld) {
    const numbered = narrow((await byNumber(wanted)).map((number) => ({ number })), filters, values)
    if (numbered.length) return answer(numbered, {}, (part) => Promise.all(part.map(({ number }) => hitOf(number))))
  }
  const { words, terms, corrected, unknown, concept } = await termsOf(query, asTyped)
  const all = terms.length ? await rank(terms) : []
  const counts = counted ? count(all, filters, values) : null
  const ranked = narrow(all, filters, values)
  return answer(ranked, { words, corrected, unknown, counts }, (part) => load(part, { query, terms, concept }))
}

async function answer(ranked, about, show) {
  const more = (from) => show(ranked.slice(from, from + PAGE))
  return { words: [], corrected: [], unknown: [], counts: null, ...about, hits: await more(0), more, total: ranked.length }
}
