// The list of counties on a portal's first page: narrowed down by name, by Land or from A to Z. Without this script it stands whole,
// by Land.

const list = document.querySelector(".kek-portal")
const tools = list.querySelector(".kek-portal__tools")
const [field, order, said] = ["input", "select", "[role=status]"].map((selector) => tools.querySelector(selector))
const lands = [...list.querySelectorAll(".kek-portal__land")]
const jumps = list.querySelector(".kek-portal__lands")
const rows = [...list.querySelectorAll("[data-kek-sought]")]
const homes = new Map(rows.map((row) => [row, row.parentElement]))
const all = document.createElement("ul")
all.className = "kek-portal__rows"
all.hidden = true
list.append(all)

const plain = (text) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replaceAll("ß", "ss")

function narrow() {
  const words = plain(field.value).split(/\s+/).filter(Boolean)
  let found = 0
  for (const row of rows) {
    row.hidden = !words.every((word) => plain(row.dataset.kekSought).includes(word))
    if (!row.hidden) found += 1
  }
  for (const land of lands) land.hidden = !all.hidden || !land.querySelector("li:not([hidden])")
  if (jumps) jumps.hidden = !all.hidden || words.length > 0
  said.textContent = words.length ? (found === 1 ? "1 Landkreis gefunden" : `${found || "Keine"} Landkreise gefunden`) : ""
}

function arrange() {
  all.hidden = order.value !== "abc"
  const sorted = all.hidden ? rows : [...rows].sort((a, b) => a.dataset.kekPlace - b.dataset.kekPlace)
  for (const row of sorted) (all.hidden ? homes.get(row) : all).append(row)
  narrow()
}

field.addEventListener("input", narrow)
order.addEventListener("change", arrange)
tools.hidden = false
arrange() // a browser may have kept what was chosen
