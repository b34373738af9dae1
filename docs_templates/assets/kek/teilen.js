// Copies what the block "Weitergeben" shows, and hands the page to the device's own menu for sharing. Its buttons stand
// hidden in the page and appear only where the browser can do it; without them the texts are there to select.

/** The text of an element, in a citation with the date of reading: no built page can know it. */
function textOf(element) {
  const copy = element.cloneNode(true)
  const read = copy.querySelector("[data-kek-today]")
  if (read) {
    const today = new Date().toLocaleDateString("de-DE", { day: "numeric", month: "long", year: "numeric" })
    read.textContent = ` [Zugriff am: ${today}]`
  }
  return (copy.value ?? copy.textContent).trim()
}

/** The address of a part of the page as published, not where it happens to be read. */
function published(link) {
  const page = document.querySelector('link[rel="canonical"]')?.href ?? location.href
  return new URL(link.getAttribute("href"), page).href
}

/** Tells readers and screen readers what happened. */
const status = document.createElement("p")
status.className = "kek-status"
status.setAttribute("role", "status")
let silence
function say(words) {
  const shown = document.createElement("span")
  shown.textContent = words
  status.replaceChildren(shown)
  clearTimeout(silence)
  silence = setTimeout(() => {
    status.replaceChildren()
  }, 4000)
}

async function copy(text, words) {
  try {
    await navigator.clipboard.writeText(text)
    say(words)
  } catch {
    say("Kopieren ist hier nicht erlaubt. Bitte markieren Sie den Text.")
  }
}

if (navigator.clipboard) {
  document.body.append(status)
  document.querySelector("article")?.addEventListener("click", (event) => {
    const link = event.target.closest(".kek-anchor, .kek-swot__label a")
    if (link) copy(published(link), "Adresse dieser Stelle kopiert.")
  })
  for (const button of document.querySelectorAll("[data-kek-copy]")) {
    button.hidden = false
    button.addEventListener("click", () => copy(textOf(button.parentElement.firstElementChild), "Kopiert."))
  }
}

const share = document.querySelector("[data-kek-share]")
if (share && navigator.share && matchMedia("(pointer: coarse)").matches) {
  share.hidden = false
  const url = share.parentElement.firstElementChild.textContent
  share.addEventListener("click", () => navigator.share({ title: document.title, url }).catch(() => {}))
}
