// The filters of the search page, and the address that holds them.
import { FILTERS } from "./finden.js"
import { element } from "./treffer.js"

const base = new URL("../", import.meta.url)
const LABELS = { Konzept: "Landkreis", Art: "Art", Handlungsfeld: "Handlungsfeld" }
const ALL = { Konzept: "Alle Landkreise", Art: "Alles", Handlungsfeld: "Alle Handlungsfelder" }
const PARAMETERS = { Konzept: "landkreis", Art: "art", Handlungsfeld: "feld" }

/** The address of the search page that shows a search. */
export function addressOf(query, filters = {}) {
  const address = new URL("suche/", base)
  if (query) address.searchParams.set("q", query)
  for (const name of FILTERS) if (filters[name]) address.searchParams.set(PARAMETERS[name], filters[name])
  return address.href
}

/** What an address asks for. */
export function readAddress() {
  const asked = new URLSearchParams(location.search)
  const filters = Object.fromEntries(FILTERS.map((name) => [name, asked.get(PARAMETERS[name]) ?? ""]))
  return { query: asked.get("q") ?? "", filters }
}

/** Selects for the filters, with how many hits each value leaves; hidden until something is found. */
export function filterRow(idPrefix, onChange) {
  const node = element("div", { class: "kek-search__filters", hidden: true })
  const selects = {}
  for (const name of FILTERS) {
    const select = element("select", { id: `${idPrefix}-${PARAMETERS[name]}` }, element("option", { value: "" }, ALL[name]))
    select.addEventListener("change", onChange)
    selects[name] = select
    node.append(element("div", { class: "kek-search__filter" }, element("label", { for: select.id }, LABELS[name]), select))
  }
  return {
    node,
    values: () => Object.fromEntries(FILTERS.map((name) => [name, selects[name].value])),
    set(values) {
      for (const name of FILTERS) {
        const value = values[name] ?? ""
        if (value && ![...selects[name].options].some((option) => option.value === value)) selects[name].add(new Option(value, value))
        selects[name].value = value
      }
    },
    show(counts) {
      node.hidden = !counts
      for (const name of counts ? FILTERS : []) {
        const chosen = selects[name].value
        const left = counts[name].filter(([value, count]) => count || value === chosen)
        selects[name].replaceChildren(new Option(ALL[name], ""), ...left.map(([value, count]) => new Option(`${value} (${count})`, value)))
        selects[name].value = chosen
        selects[name].parentElement.hidden = counts[name].length < 2
      }
    },
  }
}
