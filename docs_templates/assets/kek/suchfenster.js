// The search as people see it: a field with suggestions and hits, in a dialog on every page, and with filters on the search
// page, whose address always says what is searched.
import { addressOf, filterRow, readAddress } from "./filter.js"
import { find } from "./finden.js"
import { ready } from "./maschine.js"
import { alternatives, button, correction, element, hit, nothing } from "./treffer.js"
import { suggestBelow } from "./vorschlaege.js"
import { directories, nearWords } from "./wortschatz.js"

const WAIT = 80
const FEW = 3
const IN_DIALOG = 10

/** Where the portal is whose part this site is; its search finds the things of all counties. */
const portal = document.documentElement.dataset.kekPortal

function inAllCounties(query) {
  const address = new URL(`${portal}suche/`, location.href)
  address.searchParams.set("q", query)
  return element("a", { href: address.href, class: "kek-search__all" }, "In allen Landkreisen suchen")
}

/** Near words with the query they make, for each word that was typed. */
async function nearQueries(query, words) {
  const found = await Promise.all(words.map(async (word) => (await nearWords(word)).map((other) => [other, query.replace(word, other)])))
  return found.flat().slice(0, 6)
}

/**
 * A search field with everything below it.
 *
 * @param {string} idPrefix begins the ids of its parts
 * @param {boolean} whole with filters and all hits, as on the search page
 * @param {(search: object, settled: boolean) => void} onSearch is told what is searched
 */
function searchBox(idPrefix, whole, onSearch = () => {}) {
  const hint = element("p", { id: `${idPrefix}-hint`, class: "kek-search__hint" }, "Wörter, Fragen oder Nummern, zum Beispiel: Radweg, Ärzte, 1-32")
  const input = element("input", { type: "search", id: `${idPrefix}-input`, autocomplete: "off", spellcheck: "false", enterkeyhint: "search", "aria-describedby": hint.id })
  const status = element("p", { role: "status", class: "kek-search__status" })
  const above = element("div")
  const list = element("ol", { class: "kek-hits" })
  const below = element("div", { class: "kek-search__more" })
  const beyond = element("div", { class: "kek-search__more" })
  const suggest = suggestBelow(input, { onPick: () => void search({ settled: true }), next: () => list.querySelector("a") })
  const filters = filterRow(idPrefix, () => void search({ settled: true }))
  const form = element("form", { role: "search", class: "kek-search" },
    element("label", { for: input.id }, "Suche"), input, hint, suggest.list, whole ? filters.node : "", status, above, list, below, beyond)
  let turn = 0
  let timer

  function clear() {
    status.textContent = ""
    for (const node of [above, list, below, beyond]) node.replaceChildren()
    filters.show(null)
  }

  function pick(query) {
    input.value = query
    input.focus()
    suggest.clear()
    void search({ settled: true })
  }

  /** What helps with a correction, few hits or none; not when another search has begun meanwhile. */
  async function help(query, answer, chosen, mine) {
    const again = (how) => void search({ settled: true, ...how })
    if (answer.corrected.length) above.append(correction(answer.corrected, () => again({ asTyped: true })))
    const unsure = answer.total < FEW ? answer.words : answer.unknown
    const near = answer.corrected.length ? [] : await nearQueries(query, unsure)
    const listed = whole || answer.total ? [] : await directories()
    if (mine !== turn) return
    if (answer.total) {
      if (near.length) above.append(alternatives(near, pick))
      return
    }
    const filtered = Object.values(chosen).some(Boolean)
    above.append(nothing({ query, words: answer.words, near, filtered, directories: listed }, {
      onPick: pick,
      onUnfiltered: () => {
        filters.set({})
        again()
      },
    }))
  }

  function showMore(query, answer) {
    if (!whole) {
      if (answer.total) below.append(element("a", { href: addressOf(query), class: "kek-search__all" }, answer.total > 1 ? `Alle ${answer.total} Treffer auf einer Seite` : "Den Treffer auf einer Seite"))
      return
    }
    const shown = list.children.length
    if (shown >= answer.total) return
    below.replaceChildren(button("Weitere Treffer zeigen", async () => {
      const hits = (await answer.more(shown)).map(hit)
      list.append(...hits)
      below.replaceChildren()
      hits[0]?.querySelector("a").focus()
      showMore(query, answer)
    }))
  }

  async function search({ settled = false, asTyped = false, silent = false } = {}) {
    clearTimeout(timer)
    const mine = ++turn
    const query = input.value.trim()
    const chosen = filters.values()
    hint.hidden = Boolean(query)
    if (!silent) onSearch({ query, filters: chosen }, settled)
    if (query.length < 2 && !/\d/.test(query)) {
      clear()
      return
    }
    try {
      const answer = await find(query, chosen, { asTyped, counted: whole })
      if (mine !== turn) return
      above.replaceChildren()
      below.replaceChildren()
      filters.show(answer.total || Object.values(chosen).some(Boolean) ? answer.counts : null)
      list.replaceChildren(...(whole ? answer.hits : answer.hits.slice(0, IN_DIALOG)).map(hit))
      status.textContent = answer.total ? `${answer.total} Treffer` : "Nichts gefunden"
      showMore(query, answer)
      if (portal) beyond.replaceChildren(inAllCounties(query))
      await help(query, answer, chosen, mine)
    } catch (error) {
      if (mine === turn) status.textContent = "Die Suche lässt sich gerade nicht laden."
      throw error
    }
  }

  // What goes wrong here goes wrong again in a search, which tells it.
  input.addEventListener("focus", () => void ready().catch(() => {}), { once: true })
  input.addEventListener("input", () => {
    clearTimeout(timer)
    timer = setTimeout(search, WAIT)
  })
  form.addEventListener("submit", (event) => {
    event.preventDefault()
    suggest.clear()
    void search({ settled: true })
  })
  list.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return
    const stops = [input, ...list.querySelectorAll("a")]
    const stop = stops[stops.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1)]
    if (!stop) return
    event.preventDefault()
    stop.focus()
  })
  return { form, input, filters, search }
}

let dialog

function makeDialog() {
  const box = searchBox("kek-search", false)
  const close = button("Schließen", () => node.close(), { class: "kek-search__close" })
  const node = element("dialog", { class: "kek-dialog", "aria-label": "Suche" }, close, box.form)
  node.addEventListener("click", (event) => {
    if (event.target === node || event.target.closest("a")) node.close()
  })
  node.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return
    event.preventDefault()
    node.close()
  })
  document.body.append(node)
  return { node, box }
}

/** Open the search above the page. */
export function open() {
  dialog ??= makeDialog()
  dialog.node.showModal()
  dialog.box.input.focus()
  dialog.box.input.select()
}

/**
 * Put the search into its page. What is searched stands in the address: each search that somebody has finished is a step of
 * the history, while typing goes on in the same one.
 */
export function fill(page) {
  const title = document.title
  let step = true
  const box = searchBox("kek-page", true, ({ query, filters }, settled) => {
    const address = addressOf(query, filters)
    document.title = query ? `${query} – ${title}` : title
    if (address !== location.href) history[settled || step ? "pushState" : "replaceState"](null, "", address)
    step = settled
  })
  function read() {
    const { query, filters } = readAddress()
    box.input.value = query
    box.filters.set(filters)
    document.title = box.input.value ? `${box.input.value} – ${title}` : title
    step = true
    void box.search({ silent: true })
  }
  page.append(box.form)
  addEventListener("popstate", read)
  read()
}
