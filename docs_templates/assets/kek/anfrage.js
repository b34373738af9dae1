// What to look for, from what was typed: a word, several, or a whole question. Words that the site does not know are corrected
// or taken apart.
import { entry } from "./fundus.js"
import { correct, correctMore, fold, knowing, knowingNear, spelling, takeApart } from "./wortschatz.js"

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

/** A word with hyphens in its parts; a single letter stays with the next (`S-Bahn`). */
function parted(word) {
  const parts = word.split("-").filter(Boolean)
  if (parts.length > 1 && parts[0].length === 1) parts.splice(0, 2, `${parts[0]}-${parts[1]}`)
  return parts
}

/** The typed words: a letter and a number are one (`A 72`), so are letters with a sign between them (`P+R`). */
function wordsOf(query) {
  return query
    .replace(/(^|[^\p{L}\p{N}])(\p{L})\s+(\d+)(?![\p{L}\p{N}])/gu, "$1$2$3")
    .replace(/(^|[^\p{L}\p{N}])(\p{L})[+&](\p{L})(?![\p{L}\p{N}])/gu, "$1$2$3")
    .split(/[^\p{L}\p{N}.§-]+/u)
    .map((word) => word.replace(/^[.-]+|[.-]+$/g, ""))
    .filter(Boolean)
}

/** What to look for instead of a word, and whether that is a correction, or whether nothing is known of it. */
async function meant(word) {
  const folded = fold(word)
  if (folded.length < 4 || /[\d-]/.test(folded)) return { terms: [word] }
  const known = await knowing(folded)
  const singular = /..[aoiy]s$/.test(folded) && known.byFolded.get(folded.slice(0, -1))
  if (singular) return { terms: [singular.text] }
  const spelt = spelling(folded, known)
  if (spelt) return { terms: [/[aou]e/.test(word) ? spelt : word] }
  await knowingNear(folded)
  const other = correct(folded, known) ?? correct(folded, await knowingNear(folded, true))
  if (other) return { terms: [other], other }
  const parts = await takeApart(folded)
  if (parts) return { terms: parts }
  const farther = correctMore(folded, known)
  return farther ? { terms: [farther], other: farther } : { terms: [word], unknown: true }
}

/** The query without the name of a county that something else is asked about, and that name. */
function withoutConcept(query, { konzepte }) {
  for (const { name } of konzepte) {
    const at = query.toLowerCase().indexOf(name.toLowerCase())
    const rest = at < 0 ? "" : query.slice(0, at) + query.slice(at + name.length)
    if (wordsOf(rest).some((word) => !EMPTY.has(word.toLowerCase()))) return { rest, concept: name }
  }
  return { rest: query, concept: null }
}

/** What to look for: each typed word, unknown ones corrected or taken apart. */
export async function termsOf(query, asTyped) {
  const { rest, concept } = withoutConcept(query, await entry())
  const typed = wordsOf(rest)
  const full = typed.filter((word) => word.length > 1 && !EMPTY.has(word.toLowerCase()))
  const strong = full.filter((word) => !WEAK.has(word.toLowerCase()))
  const words = (strong.length ? strong : full.length ? full : typed).flatMap(parted)
  if (asTyped) return { words, terms: words, corrected: [], unknown: words, concept }
  const terms = []
  const corrected = []
  const unknown = []
  const all = await Promise.all(words.map(meant))
  for (const [index, found] of all.entries()) {
    terms.push(...found.terms)
    if (found.other) corrected.push([words[index], found.other])
    if (found.unknown) unknown.push(words[index])
  }
  return { words, terms: [...new Set(terms)], corrected, unknown, concept }
}
