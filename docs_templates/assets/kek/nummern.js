// Numbers as people type them: `1-32`, `III.1`, `iii 1`, `Maßnahme 3-34`, with any dash.
import { entry, linesFor, piece } from "./fundus.js"

/** A number without case, blanks and the kind of dash. */
function plainNumber(text) {
  return text.toLowerCase().replace(/[–—_/]/g, "-").replace(/\.$/, "").replace(/\s*([.-])\s*/g, "$1").trim().replace(/\s+/g, ".")
}

const ROMAN = { 1: "i", 2: "ii", 3: "iii", 4: "iv", 5: "v", 6: "vi", 7: "vii", 8: "viii", 9: "ix", 10: "x" }
const NUMBER = /^([ivx]+|\d+)([.-][a-z0-9]+)*$/
const KIND = /^(maßnahme|massnahme|schlüsselvorhaben|schluesselvorhaben|vorhaben|ziel|themenfeld|handlungsfeld|feld|nr\.?|nummer)\s+/i

/** What was typed as a number, or null. */
export function numberIn(query) {
  const wanted = plainNumber(query.trim().replace(KIND, ""))
  return NUMBER.test(wanted) && (/\d/.test(wanted) || /^[ivx]{1,4}$/.test(wanted)) ? wanted : null
}

/** As it is filed; `suggested.py` does the same. */
const loose = (number) => number.replace(/\./g, "-").replace(/^\d+/, (digits) => ROMAN[digits] ?? digits)

/**
 * The records whose number is the one typed, then what stands below it; if there are none, numbers that begin so (`3-5`).
 *
 * @param {string} wanted from `numberIn`
 * @returns {Promise<number[]>} the numbers of the records, best first
 */
export async function byNumber(wanted) {
  const known = await entry()
  if (!known.nummern.length) return []
  const pieces = await Promise.all(linesFor(known.nummern, loose(wanted)).map(([, name]) => piece(name)))
  const filed = pieces.flat().map(([number, records]) => ({ records, number: plainNumber(number) }))
  const exact = filed.filter(({ number }) => number === wanted)
  const alike = filed.filter(({ number }) => loose(number) === loose(wanted))
  const below = filed.filter(({ number }) => number.startsWith(wanted) && /[.-]/.test(number[wanted.length] ?? ""))
  const found = [...new Set([...exact, ...alike, ...below])]
  const begun = found.length || !/[.-]/.test(wanted) ? [] : filed.filter(({ number }) => number.startsWith(wanted))
  return [...found, ...begun].flatMap(({ records }) => records)
}
