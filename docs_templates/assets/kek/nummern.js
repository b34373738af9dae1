// Numbers as people type them: `1-32`, `III.1`, `iii 1`, `Maßnahme 3-34`, with any dash.

const base = new URL("../", import.meta.url)
const MOST = 8

let loaded

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

/** Things whose number is the one typed, then what stands below it; if there are none, numbers that begin so (`3-5`). */
export async function byNumber(wanted, concept) {
  loaded ??= fetch(new URL("kek/nummern.json", base)).then((answer) => (answer.ok ? answer.json() : []))
  const loose = (number) => number.replace(/\./g, "-").replace(/^\d+/, (digits) => ROMAN[digits] ?? digits)
  const fitting = (await loaded)
    .filter((entry) => !concept || entry.stelle.split(" › ")[0] === concept)
    .map((entry) => ({ entry, number: plainNumber(entry.nummer) }))
  const exact = fitting.filter(({ number }) => number === wanted)
  const alike = fitting.filter(({ number }) => loose(number) === loose(wanted))
  const below = fitting.filter(({ number }) => number.startsWith(wanted) && /[.-]/.test(number[wanted.length] ?? ""))
  const found = [...new Set([...exact, ...alike, ...below])]
  const begun = found.length || !/[.-]/.test(wanted) ? [] : fitting.filter(({ number }) => number.startsWith(wanted))
  return [...found, ...begun].slice(0, MOST).map(({ entry }) => entry)
}
