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

/** Tells readers and screen readers what happened. */
const status = document.createElement("p")
status.className = "kek-status"
status.setAttribute("role", "status")
let silence
function say(words) {
  status.textContent = words
  clearTimeout(silence)
  silence = setTimeout(() => {
    status.textContent = ""
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
