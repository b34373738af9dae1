// The words and names of the site: completes what is being typed, knows which words exist, corrects and takes apart those
// that do not, and names words that are near. The build writes them (kek_build/search/vocabulary.py) in pieces by their first
// letters; here they are fetched when something begins so.
import { entry, linesFor, linesOf, piece } from "./fundus.js"

/** Of so few pieces all are fetched at once. */
const FEW_PIECES = 3

/** Pieces that are looked through for a word that nothing begins like. */
const MOST_PIECES = 8

/** A word as it is compared: small, umlauts and ß spelt out. */
export function fold(word) {
  return word.toLowerCase().replace(/ä/g, "ae").replace(/ö/g, "oe").replace(/ü/g, "ue").replace(/ß/g, "ss")
}

/** The same for somebody who leaves out the dots: `Arzte` for Ärzte. */
const dotless = (folded) => folded.replace(/ae/g, "a").replace(/oe/g, "o").replace(/ue/g, "u")

/** Words that are written as steps from one to the next; a capital step means a capital word. */
function readable(steps) {
  const words = []
  let last = ""
  for (const step of steps.split("\n")) {
    if (!step) continue
    const mark = step[0].toLowerCase()
    const word = last.slice(0, mark.charCodeAt(0) - 97) + step.slice(1)
    words.push(step[0] === mark ? word : word[0].toUpperCase() + word.slice(1))
    last = word.toLowerCase()
  }
  return words
}

/** The words that are there so far: `words` (`{text, folded, group}`, sorted by `folded`; group 0 stands in many places, 2 in
 * none but means something that does) and `byFolded`. */
const here = { words: [], byFolded: new Map() }
const taken = new Set()

async function take(rows) {
  const fresh = rows.map(([, name]) => name).filter((name) => !taken.has(name))
  const pieces = await Promise.all(fresh.map(piece))
  fresh.forEach((name, index) => {
    if (taken.has(name)) return
    taken.add(name)
    const words = pieces[index].flatMap((steps, group) => readable(steps).map((text) => ({ text, folded: fold(text), group })))
    here.words.push(...words)
    for (const word of words) here.byFolded.set(word.folded, word)
  })
  if (fresh.length) here.words.sort((left, right) => (left.folded < right.folded ? -1 : 1))
}

/** How a word may begin for which somebody leaves out the dots: `Arzte` for Ärzte. */
const beginnings = (folded) => (/^[aou]/.test(folded) ? [folded, `${folded[0]}e${folded.slice(1)}`] : [folded])

/**
 * The words of the site that begin like some, and perhaps others.
 *
 * @param {...string} typed as `fold` makes them
 */
export async function knowing(...typed) {
  const { woerter: rows } = await entry()
  const asked = typed.flatMap(beginnings).flatMap((begin) => linesOf(rows, begin))
  if (rows.length) await take(rows.length <= FEW_PIECES ? rows : asked)
  return here
}

/** The same, with those that may be meant by a word with a wrong letter; `far` with one at its very beginning. */
export async function knowingNear(folded, far = false) {
  const { woerter: rows } = await entry()
  if (!rows.length || rows.length <= FEW_PIECES) return knowing(folded)
  const swapped = folded[1] + folded[0] + folded.slice(2)
  await take(far ? linesFor(rows, folded[0], MOST_PIECES) : [swapped, folded.slice(1), folded].flatMap((word) => linesFor(rows, word.slice(0, 2))))
  return here
}

/** The lists of each county, for readers who found nothing. */
export const directories = async () => piece((await entry()).verzeichnisse)

async function titlesFor(folded) {
  const { titel: rows } = await entry()
  const pieces = await Promise.all((rows.length ? linesFor(rows, folded.slice(0, 3), 1) : []).map(([, name]) => piece(name)))
  return [...new Set(pieces.flat())].map((text) => ({ text, folded: fold(text) }))
}

/** The words that begin with what is typed, from a sorted list. */
function beginningWith(folded, words) {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (words[middle].folded < folded) low = middle + 1
    else high = middle
  }
  let end = low
  while (end < words.length && words[end].folded.startsWith(folded)) end++
  return words.slice(low, end)
}

/** Endings that the list leaves out; `vocabulary.py` knows the same. */
const ENDING = /^(e|n|s|en|er|es|em|ern|ens|in|innen|te|ten|ter|st)?$/

/** How a word is spelt that the site has, in this form, with another ending, or as the beginning of others; or null. */
export function spelling(folded, { words, byFolded }) {
  for (let length = folded.length; length >= Math.max(3, folded.length - 5); length--) {
    const found = byFolded.get(folded.slice(0, length))
    if (found && ENDING.test(folded.slice(length))) return found.text + folded.slice(length)
  }
  const longer = beginningWith(folded, words)[0]
  if (!longer) return null
  for (let end = 1; end <= longer.text.length; end++) {
    if (fold(longer.text.slice(0, end)) === folded) return longer.text.slice(0, end)
  }
  return longer.text
}

/** How many letters must be changed, added, left out or swapped to make one word the other; at most one more than `limit`. */
function distance(left, right, limit) {
  if (Math.abs(left.length - right.length) > limit) return limit + 1
  let before = []
  let last = Array.from({ length: right.length + 1 }, (_, index) => index)
  for (let row = 1; row <= left.length; row++) {
    const now = [row]
    for (let column = 1; column <= right.length; column++) {
      const same = left[row - 1] === right[column - 1]
      now[column] = Math.min(last[column] + 1, now[column - 1] + 1, last[column - 1] + (same ? 0 : 1))
      if (row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]) {
        now[column] = Math.min(now[column], before[column - 2] + 1)
      }
    }
    if (Math.min(...now) > limit) return limit + 1
    before = last
    last = now
  }
  return last[right.length]
}

/** Words at most so many letters away, the likeliest first: same beginning, then those that stand in many places. */
function near(folded, limit, { words }) {
  const away = (word) => Math.min(distance(folded, word.folded, limit), distance(folded, dotless(word.folded), limit))
  return words
    .map((word) => ({ word, away: away(word) }))
    .filter((entry) => entry.away <= limit)
    .sort((left, right) =>
      left.away - right.away ||
      (left.word.folded[0] === folded[0] ? 0 : 1) - (right.word.folded[0] === folded[0] ? 0 : 1) ||
      left.word.group - right.word.group)
    .map((entry) => entry.word.text)
}

/** The word of the site that was probably meant by one it does not have, or null. */
export function correct(folded, known) {
  return folded.length < 4 ? null : (near(folded, 1, known)[0] ?? null)
}

/** The same with two letters wrong, for long words. */
export function correctMore(folded, known) {
  return folded.length < 8 ? null : (near(folded, 2, known)[0] ?? null)
}

/** The parts of a compound that the site does not have as a whole, or null. */
export async function takeApart(folded) {
  const known = await knowing(folded)
  for (let end = folded.length - 4; end >= 3; end--) {
    const head = known.byFolded.get(folded.slice(0, end))
    if (!head) continue
    const tails = ["", "s", "n", "en", "es", "er", "e"]
      .filter((link) => folded.startsWith(link, end))
      .map((link) => folded.slice(end + link.length))
      .filter((tail) => tail.length >= 4)
    await knowing(...tails)
    for (const tail of tails) {
      const meant = spelling(tail, known)
      if (meant) return [head.text, meant]
    }
  }
  return null
}

/** Words that stand in many places first, then short ones. */
const byUse = (left, right) => left.group - right.group || left.text.length - right.text.length

/** Words that look like one or begin alike, without itself. */
export async function nearWords(word, limit = 5) {
  const folded = fold(word)
  const known = await (folded.length < 4 ? knowing(folded) : knowingNear(folded))
  const alike = folded.length < 4 ? [] : near(folded, folded.length < 7 ? 1 : 2, known)
  const sameBeginning = []
  for (let length = folded.length - 1; length >= 4 && sameBeginning.length < limit; length--) {
    sameBeginning.push(...beginningWith(folded.slice(0, length), known.words).sort(byUse).map((word) => word.text))
  }
  return [...new Set([...alike, ...sameBeginning])].filter((text) => fold(text) !== folded).slice(0, limit)
}

/** Whether a word is what is typed with another ending. */
const sameWord = (typed, folded) => folded.startsWith(typed) && typed.length > 4 && ENDING.test(folded.slice(typed.length))

/** The first words, without those that only end a little otherwise than one before: `Radverkehrsbeauftragter`. */
function unlike(words, limit) {
  const kept = []
  for (const { text, folded } of words) {
    if (kept.length === limit) break
    const same = (other) => folded.startsWith(other.slice(0, -1)) && ENDING.test(folded.slice(other.length - 1))
    if (!kept.some((word) => same(word.folded))) kept.push({ text, folded })
  }
  return kept
}

const NUMBER_IN_FRONT = /^([IVX]+|\d+)([.-][\da-z]+)*(?= )/
const isName = (word) => word.text[0] !== word.text[0].toLowerCase()

/**
 * What somebody who types may want to say, best first.
 *
 * @param {string} query what stands in the field
 * @param {{words: number, titles: number}} most how many at most
 * @returns {Promise<{text: string, query: string}[]>} what to show, and what to search for
 */
export async function suggestions(query, most = { words: 4, titles: 2 }) {
  const typed = query.trimStart()
  const folded = fold(typed)
  if (folded.trim().length < 2 && !/^\d/.test(folded)) return []
  const start = folded.lastIndexOf(" ") + 1
  const last = folded.slice(start)
  const [known, all] = await Promise.all([knowing(last), titlesFor(folded)])
  const words = last.length < 2 ? [] : beginningWith(last, known.words).filter((word) => word.folded !== last)
  const plain = last.length < 3 ? [] : known.words.filter((word) => !words.includes(word) && dotless(word.folded).startsWith(last))
  const titles = all.filter((title) => title.folded.startsWith(folded) || title.folded.includes(` ${folded}`))
  const numbered = titles.length > 0 && /^[\divx]+([.-]|$)/.test(folded)
  const names = numbered ? [] : [...words, ...plain].filter((word) => isName(word) && !sameWord(last, word.folded)).sort(byUse)
  const found = [
    ...unlike(names, most.words).map((word) => ({ text: typed.slice(0, typed.lastIndexOf(" ") + 1) + word.text })),
    ...titles.slice(0, numbered ? most.words + most.titles : most.titles),
  ]
  return found.map(({ text }) => ({ text, query: text.match(NUMBER_IN_FRONT)?.[0] ?? text }))
    .filter((entry) => fold(entry.query) !== folded.trim())
}
