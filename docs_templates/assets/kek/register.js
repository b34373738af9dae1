// The register: filters rows, sorts them, and keeps the selection in the address, so that it can be sent to somebody and the
// back button works. A short list is on the page, whole: the server has written all values once, in the selects; each row
// names the places of its own there (`data-values="0 3,5 2"`). Of a long one the page holds the beginning; as soon as
// somebody filters or sorts, the values of all rows are fetched in pieces, and of the rows only those that are shown
// (`registerdateien.js`).
import { fold } from "./falten.js"
import { valuesOf } from "./registerwerte.js"
import { openFiles } from "./registerdateien.js"

const STEP = 25

const root = document.querySelector(".kek-register")
if (root?.querySelector(".kek-register__form")) start()

function start() {
  const part = (name) => root.querySelector(`.kek-register__${name}`)
  const form = part("form")
  const filters = part("filters")
  const summary = filters.querySelector("summary")
  const list = part("list")
  const input = root.querySelector("#filter-text")
  const order = root.querySelector("#filter-sortierung")
  const collator = new Intl.Collator("de", { numeric: true })
  const noun = root.dataset

  const files = root.dataset.folder ? openFiles(root) : null
  const facets = valuesOf(form, files)
  const total = files ? files.total : null
  let things = files ? [] : readThings()
  const groups = [...list.querySelectorAll(".kek-register__group")].reverse().map((group) => {
    const anchor = group.getAttribute("aria-labelledby")
    const links = anchor ? [...document.querySelectorAll("nav a")].filter((link) => link.hash === `#${anchor}`) : []
    return { group, entries: links.map((link) => link.closest("li")) }
  })
  const folded = [...list.querySelectorAll(".kek-register__folded")]
  let unfolded = false
  const flat = document.createElement("ol")
  flat.className = "kek-rows kek-rows--flat"
  flat.hidden = true
  const more = document.createElement("button")
  more.type = "button"
  more.className = "kek-register__more"
  more.hidden = true
  list.after(flat, more)
  const pages = files ? [...document.querySelectorAll(".kek-seiten")] : []

  /** The things of the list; one that stands in several places is one thing. */
  function readThings() {
    const found = new Map()
    for (const row of list.querySelectorAll(".kek-row")) {
      const address = row.querySelector("a").getAttribute("href")
      const place = { item: row.parentElement, row }
      if (found.has(address)) found.get(address).places.push(place)
      else {
        const values = row.dataset.values.split(" ").map((codes) => codes.split(",").map(Number))
        found.set(address, { places: [place], row, values, said: () => textOf(row), name: () => row.querySelector(".kek-row__name").textContent })
      }
    }
    return [...found.values()]
  }

  function textOf(row) {
    return [...row.children].filter((part) => !part.classList.contains("kek-via")).map((part) => part.textContent).join(" ")
  }

  /** Whether number, title and short text hold all of the words; who types an umlaut means it. */
  function holds(thing, words) {
    if (thing.spelt === undefined) {
      const text = thing.said()
      thing.spelt = fold(text, "e")
      thing.plain = fold(text, "")
    }
    return words.every(({ spelt, plain }) => thing.spelt.includes(spelt) || (plain === spelt && thing.plain.includes(plain)))
  }

  // The selection: what was typed, the place of the chosen value in each facet (-1: all), and the order.

  async function fromControls() {
    return { text: input.value.trim(), chosen: await Promise.all(facets.map((facet) => facet.chosen())), order: order.value }
  }

  /** The selection that the address holds; what the page doesn't know is passed over. */
  async function fromAddress() {
    const query = new URLSearchParams(location.search)
    const wanted = (key) => (query.get(key) ?? "").toLowerCase()
    const sorting = [...order.options].find((option) => option.value === wanted("sortierung"))
    return {
      text: (query.get("text") ?? "").trim(),
      chosen: await Promise.all(facets.map((facet) => facet.find(wanted(facet.key)))),
      order: sorting ? sorting.value : "",
    }
  }

  function addressOf(selection) {
    const query = new URLSearchParams()
    facets.forEach(({ key, values }, index) => {
      if (selection.chosen[index] >= 0) query.set(key, values[selection.chosen[index]].key)
    })
    if (selection.text) query.set("text", selection.text)
    if (selection.order) query.set("sortierung", selection.order)
    const search = query.toString()
    return location.pathname + (search && `?${search}`)
  }

  /** What is filtered by, each with its words and the selection without it. */
  function activeOf(selection) {
    const active = facets.flatMap(({ name, values }, index) => {
      const value = values[selection.chosen[index]]
      const chosen = selection.chosen.map((place, at) => (at === index ? -1 : place))
      return value ? [{ index, words: `${name}: ${value.label}`, without: { ...selection, chosen } }] : []
    })
    if (selection.text) active.push({ index: facets.length, words: `Suchwort: „${selection.text}“`, without: { ...selection, text: "" } })
    return active
  }

  /** What fits, how many each value would leave, and how many more there would be without each filter. */
  function sift(selection) {
    const typed = selection.text.split(/[\s,;„“"]+/).filter(Boolean)
    const words = typed.map((word) => ({ spelt: fold(word, "e"), plain: fold(word, "") }))
    const counts = facets.map(({ size }) => new Array(size).fill(0))
    const without = [...facets.map(() => 0), 0]
    const found = []
    for (const thing of things) {
      const failed = selection.chosen.flatMap((wanted, index) => (wanted < 0 || thing.values[index].includes(wanted) ? [] : [index]))
      if (words.length && failed.length < 2 && !holds(thing, words)) failed.push(facets.length)
      if (failed.length > 1) continue
      if (failed.length) without[failed[0]]++
      else found.push(thing)
      counts.forEach((count, index) => {
        if (!failed.length || failed[0] === index) for (const value of thing.values[index]) count[value]++
      })
    }
    return { found, counts, without }
  }

  /** By title, or by the first value in a facet; things that are alike keep the order of the list. */
  function sort(found, key) {
    const index = facets.findIndex((facet) => facet.key === key)
    const title = (thing) => (thing.title ??= thing.name())
    const byTitle = (left, right) => ("rank" in left ? left.rank - right.rank : collator.compare(title(left), title(right)))
    return found.sort(index < 0 ? byTitle : (left, right) => left.values[index][0] - right.values[index][0])
  }

  // What is seen of it.

  function hide(node, hidden) {
    if (node.hidden !== hidden) node.hidden = hidden
  }

  /** The list in its own order: what fits, and above it in a tree what it stands in. */
  function showGrouped(found, filtered) {
    const fits = new Set(found)
    const shown = new Set()
    for (const { places } of found) {
      for (const { item } of places) {
        for (let above = item; above && !shown.has(above); above = above.parentElement.closest("li")) shown.add(above)
      }
    }
    for (const thing of things) {
      if (thing.row.parentElement !== thing.places[0].item) thing.places[0].item.prepend(thing.row)
      for (const { item, row } of thing.places) {
        hide(item, !shown.has(item))
        row.classList.toggle("kek-row--above", !fits.has(thing))
      }
    }
    for (const { group } of groups) hide(group, !group.querySelector(".kek-rows > li:not([hidden])"))
    if (filtered !== unfolded) for (const details of folded) details.open = filtered
    unfolded = filtered
  }

  /** Of a long list the beginning of what fits; the rest when somebody asks for it. */
  async function showBeginning(found) {
    const rows = await files.rows(found.slice(0, STEP))
    return () => {
      flat.replaceChildren(...rows)
      offerMore(found, rows.length)
    }
  }

  function offerMore(found, shown) {
    const next = Math.min(STEP, found.length - shown)
    hide(more, !next)
    more.textContent = `${next} weitere von ${found.length} zeigen`
    more.onclick = async () => {
      const mine = turn
      const rows = await loaded(() => files.rows(found.slice(shown, shown + STEP)))
      if (!rows || mine !== turn) return
      flat.append(...rows)
      rows[0].querySelector("a").focus()
      offerMore(found, shown + rows.length)
    }
  }

  /** What is fetched for it; says so when that takes a while, or fails. */
  async function loaded(what) {
    const slow = setTimeout(() => tell("Die Liste wird geladen …"), 300)
    root.setAttribute("aria-busy", "true")
    try {
      return await what()
    } catch {
      tell("Die Liste konnte nicht geladen werden. Bitte prüfen Sie die Verbindung und versuchen Sie es noch einmal.")
      return null
    } finally {
      clearTimeout(slow)
      root.removeAttribute("aria-busy")
    }
  }

  function tell(words) {
    if (part("status").textContent !== words) part("status").textContent = words
  }

  function showFlat(found) {
    flat.replaceChildren(
      ...found.map((thing) => {
        thing.item ??= document.createElement("li")
        thing.row.classList.remove("kek-row--above")
        thing.item.append(thing.row)
        return thing.item
      }),
    )
  }

  /** In the table of contents, what can be seen. */
  function showContents() {
    for (const { group, entries } of groups) for (const entry of entries) hide(entry, group.hidden || list.hidden)
    for (const nav of new Set(groups.flatMap(({ entries }) => entries.map((entry) => entry.closest("nav"))))) {
      hide(nav, !nav.querySelector("li:not([hidden])"))
    }
  }

  function showCounts(counts, chosen) {
    facets.forEach((facet, index) => facet.showCounts(counts && counts[index], chosen[index]))
  }

  function number(count) {
    return `${count} ${count === 1 ? noun.one : noun.many}`
  }

  function button(words, spoken, selection) {
    const node = document.createElement("button")
    node.type = "button"
    node.textContent = words
    if (spoken) node.setAttribute("aria-label", spoken)
    node.addEventListener("click", () => choose(selection))
    return node
  }

  function items(buttons) {
    return buttons.map((node) => {
      const item = document.createElement("li")
      item.append(node)
      return item
    })
  }

  /** The filters as buttons that take them away again; the focus moves to the next one. */
  function showActive(active) {
    part("active").textContent = active.length ? ` (${active.length} aktiv)` : ""
    const chips = part("chips")
    const place = [...chips.querySelectorAll("button")].indexOf(document.activeElement)
    chips.replaceChildren(...items(active.map(({ words, without }) => button(`${words}\u00a0×`, `${words} entfernen`, without))))
    hide(chips, !active.length)
    const left = chips.querySelectorAll("button")
    if (place >= 0) (left[Math.min(place, left.length - 1)] ?? summary).focus()
    if (!active.length && document.activeElement === part("reset")) summary.focus()
    hide(part("reset"), !active.length)
  }

  /** When nothing fits: which filter to leave out, and how much there is then. */
  function showWayOut(active, { found, without }) {
    const empty = part("empty")
    if (empty.contains(document.activeElement)) summary.focus()
    hide(empty, found.length > 0)
    if (found.length) return empty.replaceChildren()
    const helping = active.filter(({ index }) => without[index])
    const said = document.createElement("p")
    said.textContent = `${noun.none} passt zu allen Filtern zusammen. Lassen Sie ${helping.length ? "einen" : "mehrere"} davon weg:`
    const choices = document.createElement("ul")
    const count = ({ index }) => (helping.length ? ` (${number(without[index])})` : "")
    choices.append(
      ...items((helping.length ? helping : active).map((filter) => button(`Ohne ${filter.words}${count(filter)}`, null, filter.without))),
    )
    empty.replaceChildren(said, choices)
  }

  // Everything that fetches may be overtaken by the next selection; only the last one is shown.
  let turn = 0

  async function show(selection) {
    const mine = ++turn
    const active = activeOf(selection)
    const whole = files && !active.length && !selection.order
    if (files && !whole) {
      const read = await loaded(() => files.things(facets, Boolean(selection.text)))
      if (!read || mine !== turn) return
      things = read
    }
    const result = whole ? { found: { length: total }, counts: null, without: [] } : sift(selection)
    if (files && !whole) {
      const found = selection.order ? sort(result.found, selection.order) : result.found
      const put = await loaded(() => showBeginning(found))
      if (!put || mine !== turn) return
      put()
    } else if (selection.order) showFlat(sort(result.found, selection.order))
    else if (!files) showGrouped(result.found, active.length > 0)
    const standsFlat = files ? !whole : Boolean(selection.order)
    hide(list, standsFlat)
    hide(flat, !standsFlat)
    if (whole) hide(more, true)
    for (const nav of pages) hide(nav, standsFlat)
    root.classList.toggle("kek-register--filtered", active.length > 0)
    showContents()
    showCounts(result.counts, selection.chosen)
    const count = result.found.length
    const all = total ?? things.length
    const told = active.length ? `${count} von ${all} ${all === 1 ? noun.one : noun.ofMany}` : number(count)
    tell(told)
    part("printed").textContent = active.length ? `Auswahl: ${active.map(({ words }) => words).join("; ")} – ${told}` : ""
    part("printed").hidden = !active.length
    part("copy").hidden = !(navigator.clipboard && isSecureContext && (active.length || selection.order))
    part("copied").textContent = ""
    showActive(active)
    showWayOut(active, result)
  }

  function setControls(selection) {
    input.value = selection.text
    facets.forEach((facet, index) => facet.choose(selection.chosen[index]))
    order.value = selection.order
  }

  let timer
  function choose(selection) {
    clearTimeout(timer)
    setControls(selection)
    show(selection)
    history.pushState(null, "", addressOf(selection))
  }

  async function typed() {
    const selection = await fromControls()
    show(selection)
    history.replaceState(null, "", addressOf(selection))
  }
  input.addEventListener("input", () => {
    clearTimeout(timer)
    timer = setTimeout(typed, 200)
  })
  const changed = async () => choose(await fromControls())
  for (const facet of facets) facet.onChange(changed, (words) => tell(words))
  order.addEventListener("change", changed)
  part("reset").addEventListener("click", () => choose({ text: "", chosen: facets.map(() => -1), order: order.value }))
  part("copy").addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(location.href)
      part("copied").textContent = "Link kopiert"
    } catch {
      part("copied").textContent = "Der Browser erlaubt das Kopieren nicht. Der Link steht in der Adresszeile."
    }
  })
  /** Shows what the address says. */
  async function follow() {
    clearTimeout(timer)
    const selection = await (files ? loaded(fromAddress) : fromAddress())
    if (!selection) return
    setControls(selection)
    await show(selection)
  }
  addEventListener("popstate", follow)

  const wide = matchMedia("(min-width: 60em)")
  const fit = () => {
    filters.open = wide.matches
  }
  fit()
  wide.addEventListener("change", fit)
  follow()
  form.hidden = false
}
