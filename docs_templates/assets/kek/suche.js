// The search: a dialog on every page and a box on the search page. Nothing is fetched before somebody searches; then the
// numbers (so that `1-32` finds its page first) and only those pieces of the index that the words need.

const script = document.getElementById("kek-search-script")
const base = new URL(script.dataset.base.replace(/\/?$/, "/"), location.href)
const LIMIT = 20

let engine
let numbers

/** Load the index and the numbers, once. */
async function load() {
  engine ??= import(new URL("pagefind/pagefind.js", base)).then(async (pagefind) => {
    await pagefind.options({ excerptLength: 24, baseUrl: "/", ranking: { metaWeights: { title: 6 } } })
    await pagefind.init()
    return pagefind
  })
  numbers ??= fetch(new URL("kek/nummern.json", base)).then((answer) => (answer.ok ? answer.json() : []))
  return [await engine, await numbers]
}

/** A number without case, blanks and the kind of dash, for comparing what people type. */
function plainNumber(text) {
  return text.toLowerCase().replace(/[\s]+/g, "").replace(/[–—_/]/g, "-").replace(/\.$/, "")
}

/** Things whose number is what was typed, or begins with it. */
function byNumber(query, entries, concept) {
  const wanted = plainNumber(query.replace(/^(maßnahme|massnahme|schlüsselvorhaben|ziel|handlungsfeld|nr\.?|nummer)\s+/i, ""))
  if (!/^([ivx]+|\d+)([.-][a-z0-9]+)*$/.test(wanted)) return []
  const fitting = entries.filter((entry) => !concept || entry.konzept === concept)
  const exact = fitting.filter((entry) => plainNumber(entry.nummer) === wanted)
  const longer = fitting.filter((entry) => /^[.-]/.test(plainNumber(entry.nummer).slice(wanted.length)) && plainNumber(entry.nummer).startsWith(wanted))
  return [...exact, ...longer].slice(0, 8)
}

/** Find things: those with this number first, then those with these words. */
async function find(query, filters) {
  const [pagefind, entries] = await load()
  const first = filters.Art ? [] : byNumber(query, entries, filters.Konzept)
  const answer = await pagefind.search(query, { filters })
  const taken = new Set(first.map((entry) => entry.adresse))
  const results = await Promise.all(answer.results.slice(0, LIMIT).map((result) => result.data()))
  const found = results
    .map((data) => ({
      adresse: data.raw_url ?? data.url,
      titel: data.meta.title,
      nummer: data.meta.nummer ?? "",
      art: data.meta.art,
      konzept: data.meta.konzept,
      auszug: data.excerpt,
    }))
    .filter((entry) => !taken.has(entry.adresse.replace(/^\//, "")))
  return { hits: [...first, ...found], total: answer.results.length + first.length, counts: answer.filters ?? {} }
}

function element(name, attributes = {}, ...children) {
  const node = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) node.setAttribute(key, value === true ? "" : value)
  }
  node.append(...children)
  return node
}

/** An excerpt as text with <mark>, and nothing else of what it may hold. */
function excerpt(html) {
  const parts = element("span", { class: "kek-hit__text" })
  const decoder = document.createElement("textarea")
  for (const piece of html.split(/(<mark>.*?<\/mark>)/)) {
    decoder.innerHTML = piece.replace(/<\/?mark>/g, "")
    parts.append(piece.startsWith("<mark>") ? element("mark", {}, decoder.value) : decoder.value)
  }
  return parts
}

function hit(entry) {
  const title = element("span", { class: "kek-hit__title" })
  if (entry.nummer) title.append(element("span", { class: "kek-number" }, entry.nummer), " ")
  title.append(entry.titel)
  const link = element("a", { href: new URL(entry.adresse.replace(/^\//, ""), base).href }, title)
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
    const [pagefind] = await load()
    const known = await pagefind.filters()
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
      const { hits, total } = await find(query, chosen)
      if (turn !== last) return
      list.replaceChildren(...hits.map(hit))
      status.textContent = total === 0
        ? `Nichts gefunden zu „${query}“. Versuchen Sie ein anderes Wort oder die Verzeichnisse im Menü.`
        : `${total} ${total === 1 ? "Treffer" : "Treffer"}${total > hits.length ? `, die ersten ${hits.length}` : ""}`
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
