// What the search shows: a hit with its place in the chain, a correction, and what helps when nothing is found. Text is only
// ever put in as text.

const base = new URL("../", import.meta.url)

/** An element with attributes and what stands in it. */
export function element(name, attributes = {}, ...children) {
  const node = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) node.setAttribute(key, value === true ? "" : value)
  }
  node.append(...children)
  return node
}

/** A button that does something. */
export function button(text, onClick, attributes = {}) {
  const node = element("button", { type: "button", class: "kek-search__button", ...attributes }, text)
  node.addEventListener("click", onClick)
  return node
}

const link = (address, text) => element("a", { href: new URL(address, base).href }, text)

/** An excerpt as text with <mark>, and nothing else of what it may hold. */
function excerpt({ pieces, before, after }) {
  const text = element("span", { class: "kek-hit__text" }, before ? "… " : "")
  for (const piece of pieces) text.append(piece.marked ? element("mark", {}, piece.text) : piece.text, " ")
  if (after) text.append("…")
  return text
}

/** A hit: title, where it stands, and an excerpt. */
export function hit(entry) {
  const title = element("span", { class: "kek-hit__title" })
  if (entry.nummer) title.append(element("span", { class: "kek-number" }, entry.nummer), " ")
  title.append(entry.titel)
  const node = element("a", { href: new URL(entry.adresse, base).href }, title)
  node.append(element("span", { class: "kek-hit__place" }, entry.stelle))
  if (entry.auszug) node.append(excerpt(entry.auszug))
  return element("li", {}, node)
}

/** Words as buttons that search for them. */
function words(label, choices, onPick) {
  const list = element("ul", { class: "kek-suggest", "aria-label": label })
  list.append(...choices.map(([text, query]) => element("li", {}, button(text, () => onPick(query), { class: undefined }))))
  return element("div", { class: "kek-search__words" }, element("p", {}, label), list)
}

/** What was searched instead of what was typed, and the way back. */
export function correction(corrected, onTyped) {
  const what = corrected.map(([typed, meant]) => `„${meant}“ statt „${typed}“`).join(", ")
  const typed = corrected.map(([word]) => `„${word}“`).join(" ")
  return element("p", { class: "kek-search__corrected" }, `Gesucht wurde ${what}. `, button(`Doch nach ${typed} suchen`, onTyped))
}

/** Other words, when few things were found. */
export function alternatives(choices, onPick) {
  return words("Meinten Sie …?", choices, onPick)
}

/**
 * What helps when nothing was found.
 *
 * @param {{query: string, words: string[], near: [string, string][], filtered: boolean, directories: object[]}} about what was
 *   typed, its words, words that are near with the query they make, whether filters are set, the lists of each concept
 * @param {{onPick: (query: string) => void, onUnfiltered: () => void}} then what to do
 */
export function nothing({ query, words: typed, near, filtered, directories }, { onPick, onUnfiltered }) {
  const node = element("div", { class: "kek-search__nothing" }, element("h2", {}, `Nichts gefunden zu „${query}“`))
  if (filtered) node.append(element("p", {}, button("Ohne Filter suchen", onUnfiltered)))
  if (near.length) node.append(alternatives(near, onPick))
  if (typed.length > 1) node.append(words("Nur ein Wort suchen:", typed.map((word) => [word, word]), onPick))
  node.append(
    element("p", {}, "Das hilft oft:"),
    element("ul", {},
      element("li", {}, "Prüfen Sie, ob alles richtig geschrieben ist."),
      element("li", {}, "Nehmen Sie ein kürzeres oder allgemeineres Wort, zum Beispiel „Rad“ statt „Radschnellweg“."),
      element("li", {}, "Versuchen Sie ein anderes Wort für dasselbe, zum Beispiel „Arzt“ statt „Praxis“.")),
  )
  node.append(element("p", {}, directories.length ? "Oder blättern Sie in den Verzeichnissen:" : "Oder blättern Sie weiter unten in den Verzeichnissen."))
  for (const { name, adresse, teile } of directories) {
    node.append(
      element("h3", {}, link(adresse, name)),
      element("ul", { class: "kek-search__lists" }, ...teile.map(([title, address]) => element("li", {}, link(address, title)))),
    )
  }
  return node
}
