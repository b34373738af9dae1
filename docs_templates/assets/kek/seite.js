// The frame of a page: menu and table of contents stand open where there is room for them, and closed on a phone.
// Without this script both are closed and open by hand.

const WIDE = { ".kek-menu": "(min-width: 60em)", ".kek-toc": "(min-width: 80em)" }

for (const [selector, query] of Object.entries(WIDE)) {
  const details = document.querySelector(`${selector} > details`)
  if (!details) continue
  const media = matchMedia(query)
  const fit = () => {
    details.open = media.matches
  }
  fit()
  media.addEventListener("change", fit)
  details.addEventListener("click", (event) => {
    if (!media.matches && event.target.closest("a")) details.open = false
  })
  details.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || media.matches) return
    details.open = false
    details.querySelector("summary").focus()
  })
}
