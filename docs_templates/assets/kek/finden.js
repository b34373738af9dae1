// What the search finds, without any page around it. Nothing is fetched before somebody searches; then only those pieces of
// the index that the words need. Of several words the best pages have most, so a whole question can be typed; words that the
// site does not know are taken apart or corrected by one letter.

const base = new URL("../", import.meta.url)
const LOADED = 24
const MARK = "⁂"

/** Words that say nothing about what is sought. */
const EMPTY = new Set(
  ("aber alle als am an auch auf aus bei beim bin bis da damit das dass dem den denn der des die dies diese dieser dieses doch " +
    "dort du durch ein eine einem einen einer eines er es etwas für gegen gibt hat haben hier hin ich ihr im in ins ist ja kann " +
    "kein keine können mal man mehr mein mich mir mit muss nach nicht noch nur ob oder ohne schon sein sich sie sind so soll " +
    "sollen sonst über um und uns unser unter viel vom von vor wann war warum was wegen weil welche welcher welches wem wen " +
    "wenig wenn wer werden wie wieder wieso wir wird wo wofür woher wohin wozu würde zu zum zur zwischen tut tun macht machen " +
    "steht stehen bekommt bekommen passiert geht eigentlich bitte plant plan").split(" "),
)

/** Words that hold for nearly every page: they count only when nothing else is asked. */
const WEAK = new Set(["kreis", "landkreis", "zuständig", "zustaendig", "verantwortlich", "konzept", "thema"])

/** How much a kind of thing is what people look for, of several that hold the same words. */
const KIND_WEIGHT = {
  Schlüsselvorhaben: 1.25, Maßnahme: 1.25, Handlungsfeld: 1.15, "Strategisches Ziel": 1.15, Ziel: 1.15, Themenfeld: 1.1,
  "Operatives Ziel": 1.1, "SWOT-Thema": 1, Kennzahl: 1, Ort: 0.95, Akteur: 0.9, Seiten: 0.9, Seite: 0.9, Glossareintrag: 0.75,
}
const STATEMENT_WEIGHT = 0.9

let engine
let numbers
let lexicon

async function loadEngine() {
  engine ??= import(new URL("pagefind/pagefind.js", base)).then(async (pagefind) => {
    await pagefind.options({ excerptLength: 1, baseUrl: "/", ranking: { metaWeights: { title: 6 } } })
    await pagefind.init()
    return pagefind
  })
  return engine
}

async function fetchData(name, otherwise) {
  const answer = await fetch(new URL(name, base))
  return answer.ok ? answer.json() : otherwise
}

/** The filters and their values: `{Konzept: {…}, Art: {…}, Handlungsfeld: {…}}`. */
export async function knownFilters() {
  return (await loadEngine()).filters()
}

/** A word as it is compared: small, umlauts and ß spelt out. */
export function fold(word) {
  return word.toLowerCase().replace(/ä/g, "ae").replace(/ö/g, "oe").replace(/ü/g, "ue").replace(/ß/g, "ss")
}

/** All words of the site, folded; written as steps from one word to the next. */
async function loadLexicon() {
  lexicon ??= fetchData("kek/woerter.json", []).then((steps) => {
    const words = []
    let last = ""
    for (const step of steps) {
      last = last.slice(0, parseInt(step[0], 36)) + step.slice(1)
      words.push(last)
    }
    return { words, all: new Set(words) }
  })
  return lexicon
}

/** A number without case, blanks and the kind of dash. */
function plainNumber(text) {
  return text.toLowerCase().replace(/[–—_/]/g, "-").replace(/\.$/, "").replace(/\s*([.-])\s*/g, "$1").trim().replace(/\s+/g, ".")
}

const ROMAN = { 1: "i", 2: "ii", 3: "iii", 4: "iv", 5: "v", 6: "vi", 7: "vii", 8: "viii", 9: "ix", 10: "x" }
const NUMBER = /^([ivx]+|\d+)([.-][a-z0-9]+)*$/

/** What was typed as a number, or null. */
function numberIn(query) {
  const bare = query.trim().replace(/^(maßnahme|massnahme|schlüsselvorhaben|schluesselvorhaben|vorhaben|ziel|themenfeld|handlungsfeld|feld|nr\.?|nummer)\s+/i, "")
  const wanted = plainNumber(bare)
  return NUMBER.test(wanted) && (/\d/.test(wanted) || /^[ivx]{1,4}$/.test(wanted)) ? wanted : null
}

/** Things whose number is the one typed, then those whose number begins with it. */
async function byNumber(wanted, concept) {
  numbers ??= fetchData("kek/nummern.json", [])
  const loose = (number) => number.replace(/\./g, "-").replace(/^\d+/, (digits) => ROMAN[digits] ?? digits)
  const same = (left, right) => loose(left) === loose(right)
  const fitting = (await numbers).filter((entry) => !concept || entry.konzept === concept)
  const exact = fitting.filter((entry) => plainNumber(entry.nummer) === wanted)
  const alike = fitting.filter((entry) => !exact.includes(entry) && same(plainNumber(entry.nummer), wanted))
  const below = fitting.filter((entry) => plainNumber(entry.nummer).startsWith(wanted) && /[.-]/.test(plainNumber(entry.nummer)[wanted.length] ?? ""))
  return [...new Set([...exact, ...alike, ...below])].slice(0, 8)
}

/** Whether one folded word is another with one letter more, less, other, or two swapped. */
function oneOff(left, right) {
  if (Math.abs(left.length - right.length) > 1) return false
  let start = 0
  while (start < left.length && left[start] === right[start]) start++
  const rest = (word, skip) => word.slice(start + skip)
  return (
    rest(left, 1) === rest(right, 1) ||
    rest(left, 1) === rest(right, 0) ||
    rest(left, 0) === rest(right, 1) ||
    (left[start] === right[start + 1] && left[start + 1] === right[start] && rest(left, 2) === rest(right, 2))
  )
}

const ENDING = /^(e|n|s|en|er|es|em|ern|ens|in|innen|te|ten|ter|st)?$/

/** Whether the site has a word, another form of it, or a longer one that begins with it. */
function isKnown(word, { words, all }) {
  for (let length = word.length; length >= Math.max(3, word.length - 5); length--) {
    if (ENDING.test(word.slice(length)) && all.has(word.slice(0, length))) return true
  }
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (words[middle] < word) low = middle + 1
    else high = middle
  }
  return words[low]?.startsWith(word) ?? false
}

/** The parts of a compound that the site does not know as a whole. */
function takeApart(word, known) {
  for (let end = word.length - 4; end >= 3; end--) {
    const head = word.slice(0, end)
    if (!known.all.has(head)) continue
    for (const link of ["", "s", "n", "en", "es", "er", "e"]) {
      const tail = word.slice(end + link.length)
      if (word.startsWith(link, end) && tail.length >= 4 && isKnown(tail, known)) return [head, tail]
    }
  }
  return null
}

/** The word of the site that was probably meant, when one letter is wrong or umlauts were left out. */
function correct(word, { words }) {
  if (word.length < 4) return null
  const plain = (other) => other.replace(/ae/g, "a").replace(/oe/g, "o").replace(/ue/g, "u")
  const near = words.filter((other) => oneOff(word, other))
  return near[0] ?? words.find((other) => plain(other) !== other && oneOff(word, plain(other))) ?? null
}

/** A word with hyphens in its parts; a single letter stays with the next (`S-Bahn`). */
function parted(word) {
  const parts = word.split("-").filter(Boolean)
  if (parts.length > 1 && parts[0].length === 1) parts.splice(0, 2, `${parts[0]}-${parts[1]}`)
  return parts
}

/** What to look for: each typed word, unknown ones corrected or taken apart. */
async function termsOf(query) {
  const typed = query.replace(/\b(\p{L})\s+(\d+)\b/gu, "$1$2").split(/[^\p{L}\p{N}.§-]+/u).map((word) => word.replace(/^[.-]+|[.-]+$/g, "")).filter(Boolean)
  const full = typed.filter((word) => !EMPTY.has(word.toLowerCase()))
  const strong = full.filter((word) => !WEAK.has(word.toLowerCase()))
  const words = strong.length ? strong : full.length ? full : typed
  const known = await loadLexicon()
  const terms = []
  const corrected = []
  for (const word of words.flatMap(parted)) {
    const folded = fold(word)
    if (folded.length < 4 || /[\d-]/.test(folded) || isKnown(folded, known)) {
      terms.push(word)
      continue
    }
    const meant = correct(folded, known)
    if (meant) {
      terms.push(meant)
      corrected.push([word, meant])
    } else terms.push(...(takeApart(folded, known) ?? [word]))
  }
  return { terms, corrected }
}

/** Pages by how many of the terms they hold, then by how well. */
async function rank(terms, filters) {
  const pagefind = await loadEngine()
  const scores = new Map()
  const answers = await Promise.all(terms.map((term) => pagefind.search(term, { filters })))
  for (const answer of answers) {
    const found = answer.results
    if (!found.length) continue
    const best = Math.max(...found.map((result) => result.score)) || 1
    const rarity = Math.log(1 + 1000 / found.length)
    for (const result of found) {
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
  const shown = content.split(MARK)[0].replace(title, "").trim()
  const stems = terms.map((term) => fold(term).slice(0, Math.max(4, term.length - 3)))
  if (!shown) return null
  const words = shown.split(/\s+/)
  const fits = (word) => stems.some((begin) => fold(word).replace(/^[^\p{L}\p{N}]+/u, "").startsWith(begin))
  const first = Math.max(0, words.findIndex(fits) - 6)
  const pieces = words.slice(first, first + 26).map((word) => ({ text: word, marked: fits(word) }))
  return pieces.length ? { pieces, before: first > 0, after: first + 26 < words.length } : null
}

const ASKS_FOR_MEANING = /^\s*was\s+(ist|sind|heißt|heisst|bedeutet|bedeuten|meint)\b/i

function weight(kind, query) {
  if (kind === "Glossareintrag" && ASKS_FOR_MEANING.test(query)) return 2
  return kind.startsWith("SWOT-Aussage") ? STATEMENT_WEIGHT : (KIND_WEIGHT[kind] ?? 1)
}

/**
 * Find things.
 *
 * @param {string} query what was typed
 * @param {{Konzept?: string, Art?: string, Handlungsfeld?: string}} filters only things with these values
 * @returns hits, best first (`adresse`, `titel`, `nummer`, `art`, `konzept`, `auszug`), how many there are, and the words
 *   that were corrected
 */
export async function find(query, filters = {}) {
  const wanted = numberIn(query)
  const first = wanted && !filters.Art && !filters.Handlungsfeld ? await byNumber(wanted, filters.Konzept) : []
  if (wanted && first.length) return { hits: first, total: first.length, corrected: [] }
  const { terms, corrected } = await termsOf(query)
  const ranked = terms.length ? await rank(terms, filters) : []
  const folded = fold(query.trim())
  const loaded = await Promise.all(
    ranked.slice(0, LOADED).map(async ({ result, score }) => {
      const data = await result.data()
      const title = data.meta.title
      const exact = fold(title) === folded || terms.some((term) => fold(term) === fold(title)) ? 1.5 : 1
      return {
        adresse: (data.raw_url ?? data.url).replace(/^\//, ""),
        titel: title,
        nummer: data.meta.nummer ?? "",
        art: data.meta.art,
        konzept: data.meta.konzept,
        auszug: excerpt(data.content, terms, title),
        score: score * weight(data.meta.art, query) * exact,
      }
    }),
  )
  return { hits: loaded.sort((left, right) => right.score - left.score), total: ranked.length, corrected }
}
