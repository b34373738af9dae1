// On every page: makes the links to the search open it at once, and turns the places for a search field into one. All that
// a search needs is fetched only when somebody uses it; before that, and without this script, they are plain links.

const page = document.getElementById("kek-search-page")

const loadDialog = () => import("./suchfenster.js")

async function openDialog(event) {
  event.preventDefault()
  try {
    const { open } = await loadDialog()
    open()
  } catch (error) {
    location.assign(document.querySelector("a.kek-search-open").href)
    throw error
  }
}

/** Put a field in the place of the link in a `.kek-search-inline`; it leads to the search page. */
function makeField(place, index) {
  const link = place.querySelector("a")
  const form = document.createElement("form")
  form.setAttribute("role", "search")
  form.className = "kek-search-inline__form"
  const label = document.createElement("label")
  const input = document.createElement("input")
  const button = document.createElement("button")
  label.textContent = "Wonach suchen Sie?"
  label.htmlFor = input.id = `kek-inline-${index}`
  Object.assign(input, { type: "search", autocomplete: "off", enterKeyHint: "search" })
  button.textContent = "Suchen"
  button.type = "submit"
  const row = document.createElement("div")
  row.className = "kek-search-inline__row"
  row.append(input, button)
  form.append(label, row)
  link.replaceWith(form)
  const go = (query) => {
    const address = new URL(link.href)
    if (query) address.searchParams.set("q", query)
    location.assign(address)
  }
  form.addEventListener("submit", (event) => {
    event.preventDefault()
    go(input.value.trim())
  })
  input.addEventListener("focus", async () => {
    const { suggestBelow } = await import("./vorschlaege.js")
    const { list, show } = suggestBelow(input, { onPick: go })
    row.after(list)
    if (input.value) void show()
  }, { once: true })
}

document.querySelectorAll(".kek-search-inline").forEach(makeField)
if (page) {
  loadDialog().then(({ fill }) => fill(page))
} else {
  for (const link of document.querySelectorAll("a.kek-search-open")) {
    link.setAttribute("role", "button")
    link.setAttribute("aria-haspopup", "dialog")
    link.addEventListener("click", openDialog)
    link.addEventListener("keydown", (event) => {
      if (event.key === " ") void openDialog(event)
    })
    link.addEventListener("pointerenter", loadDialog, { once: true })
  }
}
