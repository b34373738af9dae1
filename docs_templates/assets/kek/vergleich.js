// Counties side by side, where there are many: a reader chooses up to three, whose own pages of the subject are fetched and cut into
// rows. The address holds the choice. Without this script the table below leads to the same pages.
import { element } from "./treffer.js"

const PARAMETER = "landkreise"
const COLUMNS = 3
const LISTED = 12

const section = document.querySelector(".kek-vergleich")
const [choice, rows] = ["wahl", "zeilen"].map((name) => section.querySelector(`.kek-vergleich__${name}`))
const said = section.querySelector("[role=status]")
const counties = new Map([...document.querySelectorAll("[data-kek-landkreis]")].map((cell) => [cell.dataset.kekLandkreis, cell.querySelector("a")]))
const pages = new Map()
let asked = 0

/** The parts of a county's page of the subject, by their key; its links lead where they led there. */
function parts(slug) {
  if (!pages.has(slug)) {
    const address = counties.get(slug).href
    const fetched = fetch(address).then(async (answer) => {
      if (!answer.ok) throw new Error(String(answer.status))
      const page = new DOMParser().parseFromString(await answer.text(), "text/html")
      for (const link of page.querySelectorAll("[data-kek-teil] a[href]")) link.href = new URL(link.getAttribute("href"), address).href
      return new Map([...page.querySelectorAll("[data-kek-teil]")].map((part) => [part.dataset.kekTeil, part]))
    })
    fetched.catch(() => pages.delete(slug)) // may work the next time
    pages.set(slug, fetched)
  }
  return pages.get(slug)
}

/** What a county has of one kind: the beginning of each list, and the way to the rest. */
function column(slug, part, key) {
  const { textContent: name, href } = counties.get(slug)
  const node = element("div", { class: `kek-vergleich__spalte kek-konzept-${slug}` }, element("h4", {}, name))
  if (!part) {
    node.append(element("p", { class: "kek-missing" }, "nicht angegeben"))
    return node
  }
  const copy = part.cloneNode(true)
  copy.querySelector("h2").remove()
  const items = [...copy.querySelectorAll(".kek-thema__liste > li")]
  for (const item of items.slice(LISTED)) item.remove()
  for (const list of copy.querySelectorAll(".kek-thema__liste:not(:has(li))")) {
    if (list.previousElementSibling?.matches(".kek-thema__ebene")) list.previousElementSibling.remove()
    list.remove()
  }
  for (const level of copy.querySelectorAll("h3")) level.replaceWith(element("p", { class: "kek-thema__ebene" }, element("strong", {}, level.textContent)))
  node.append(...copy.childNodes)
  if (items.length > LISTED) node.append(element("p", { class: "kek-more" }, element("a", { href: `${href}#${key}` }, `Alle ${items.length}`)))
  return node
}

const chosen = () => [...new Set([...choice.querySelectorAll("select")].map((select) => select.value).filter(Boolean))]

async function show() {
  const slugs = chosen()
  const turn = ++asked
  if (!slugs.length) {
    rows.replaceChildren()
    said.textContent = ""
    return
  }
  let found
  try {
    found = await Promise.all(slugs.map(parts))
  } catch {
    if (turn === asked) said.textContent = "Das ließ sich nicht laden. Bitte versuchen Sie es noch einmal."
    return
  }
  if (turn !== asked) return // somebody chose again meanwhile
  const titles = new Map(found.flatMap((page) => [...page].map(([key, part]) => [key, part.querySelector("h2").textContent])))
  const order = [...new Set(["handlungsfelder", "ziele", "schluesselvorhaben", "massnahmen", "kennzahlen", "swot", ...titles.keys()])]
  rows.replaceChildren(...order.filter((key) => titles.has(key)).flatMap((key) => [
    element("h3", {}, titles.get(key)),
    element("div", { class: "kek-vergleich__zeile" }, ...slugs.map((slug, place) => column(slug, found[place].get(key), key))),
  ]))
  said.textContent = `Nebeneinander: ${slugs.map((slug) => counties.get(slug).textContent).join(", ")}`
}

function remember() {
  const address = new URL(location.href)
  const slugs = chosen()
  if (slugs.length) address.searchParams.set(PARAMETER, slugs.join(","))
  else address.searchParams.delete(PARAMETER)
  history.replaceState(null, "", address)
}

const wanted = (new URLSearchParams(location.search).get(PARAMETER) ?? "").split(",").filter((slug) => counties.has(slug))
for (let place = 0; place < Math.min(COLUMNS, counties.size); place += 1) {
  const id = `kek-landkreis-${place + 1}`
  const select = element("select", { id, autocomplete: "off" }, element("option", { value: "" }, "–"))
  for (const [slug, link] of counties) select.append(element("option", { value: slug }, link.textContent))
  select.value = wanted[place] ?? ""
  select.addEventListener("change", () => {
    remember()
    show()
  })
  choice.append(element("div", {}, element("label", { for: id }, `${place + 1}. Landkreis`), select))
}
section.hidden = false
show()
