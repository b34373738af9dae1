// The search as people see it: a dialog on every page and a box on the search page.
import { find, knownFilters } from "./finden.js"

const base = new URL("../", import.meta.url)

function element(name, attributes = {}, ...children) {
  const node = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) node.setAttribute(key, value === true ? "" : value)
  }
  node.append(...children)
  return node
}

/** An excerpt as text with <mark>, and nothing else of what it may hold. */
function excerpt({ pieces, before, after }) {
  const text = element("span", { class: "kek-hit__text" }, before ? "… " : "")
  for (const piece of pieces) text.append(piece.marked ? element("mark", {}, piece.text) : piece.text, " ")
  if (after) text.append("…")
  return text
}

function hit(entry) {
  const title = element("span", { class: "kek-hit__title" })
  if (entry.nummer) title.append(element("span", { class: "kek-number" }, entry.nummer), " ")
  title.append(entry.titel)
  const link = element("a", { href: new URL(entry.adresse, base).href }, title)
  link.append(element("span", { class: "kek-hit__place" }, [entry.art, entry.konzept].filter(Boolean).join(" · ")))
  if (entry.auszug) link.append(excerpt(entry.auszug))
  return element("li", {}, link)
}

/** Build a search form with its results. */
function searchBox(idPrefix) {
  const input = element("input", { type: "search", id: `${idPrefix}-input`, autocomplete: "off", spellcheck: "false",
    placeholder: "zum Beispiel: Radweg, Ärzte, 1-32", enterkeyhint: "search" })
  const status = element("p", { role: "status", class: "kek-search__status" })
  const kinds = element("select", { id: `${idPrefix}-kind` }, element("option", { value: "" }, "Alles"))
  const concepts = element("select", { id: `${idPrefix}-concept` }, element("option", { value: "" }, "Alle Landkreise"))
  const fields = element("select", { id: `${idPrefix}-field` }, element("option", { value: "" }, "Alle Handlungsfelder"))
  const list = element("ol", { class: "kek-hits" })
  const filters = element("div", { class: "kek-search__filters", hidden: true })
  for (const [select, label] of [[concepts, "Landkreis"], [kinds, "Art"], [fields, "Handlungsfeld"]]) {
    filters.append(element("div", { class: "kek-search__filter" }, element("label", { for: select.id }, label), select))
  }
  const form = element("form", { role: "search", class: "kek-search" },
    element("label", { for: input.id }, "Suche"), input, filters, status, list)
  let last = 0

  async function offer() {
    const known = await knownFilters()
    for (const [select, name] of [[concepts, "Konzept"], [kinds, "Art"], [fields, "Handlungsfeld"]]) {
      if (select.options.length > 1) continue
      for (const value of Object.keys(known[name] ?? {}).sort(new Intl.Collator("de", { numeric: true }).compare)) {
        select.append(element("option", { value }, value))
      }
      select.parentElement.hidden = select.options.length < 3
    }
    filters.hidden = false
  }

  async function update() {
    const turn = ++last
    const query = input.value.trim()
    if (!query) {
      list.replaceChildren()
      status.textContent = ""
      return
    }
    try {
      const chosen = {}
      if (concepts.value) chosen.Konzept = concepts.value
      if (kinds.value) chosen.Art = kinds.value
      if (fields.value) chosen.Handlungsfeld = fields.value
      const { hits, total, corrected } = await find(query, chosen)
      if (turn !== last) return
      list.replaceChildren(...hits.map(hit))
      status.textContent = total === 0
        ? `Nichts gefunden zu „${query}“. Versuchen Sie ein anderes Wort oder die Verzeichnisse im Menü.`
        : `${total} Treffer${total > hits.length ? `, die ersten ${hits.length}` : ""}${corrected.map(([typed, meant]) => `. „${typed}“ kommt nicht vor; gesucht wurde „${meant}“`).join("")}`
    } catch (error) {
      if (turn === last) status.textContent = "Die Suche lässt sich gerade nicht laden."
      throw error
    }
  }

  let timer
  input.addEventListener("input", () => {
    clearTimeout(timer)
    timer = setTimeout(update, 150)
  })
  input.addEventListener("focus", () => void offer(), { once: true })
  for (const select of [concepts, kinds, fields]) select.addEventListener("change", update)
  form.addEventListener("submit", (event) => {
    event.preventDefault()
    void update()
  })
  form.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return
    if (event.target instanceof HTMLSelectElement) return
    const stops = [input, ...list.querySelectorAll("a")]
    const next = stops.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1)
    if (next < 0 || next >= stops.length) return
    event.preventDefault()
    stops[next].focus()
  })
  return { form, input, update }
}

function dialog() {
  const box = searchBox("kek-search")
  const close = element("button", { type: "button", class: "kek-search__close" }, "Schließen")
  const node = element("dialog", { class: "kek-dialog", "aria-label": "Suche" }, close, box.form)
  close.addEventListener("click", () => node.close())
  node.addEventListener("click", (event) => {
    if (event.target === node) node.close()
    if (event.target.closest("a")) node.close()
  })
  document.body.append(node)
  return { open: () => { node.showModal(); box.input.focus(); box.input.select() } }
}

const page = document.getElementById("kek-search-page")
if (page) {
  const box = searchBox("kek-page")
  page.append(box.form)
  const query = new URLSearchParams(location.search).get("q")
  if (query) {
    box.input.value = query
    void box.update()
  }
} else {
  let opened
  const open = (event) => {
    event.preventDefault()
    opened ??= dialog()
    opened.open()
  }
  for (const link of document.querySelectorAll(".kek-search-open")) {
    link.setAttribute("role", "button")
    link.setAttribute("aria-haspopup", "dialog")
    link.addEventListener("click", open)
  }
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]")
    if (!typing && (event.key === "/" || event.key.toLowerCase() === "s" ) && !event.ctrlKey && !event.metaKey && !event.altKey) open(event)
  })
}
