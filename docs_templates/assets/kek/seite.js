// The frame of a page: the contents stand open where there is room for them; menus close with Escape, and when one goes
// elsewhere. Without this script they are opened and closed by hand.

const roomForContents = matchMedia("(min-width: 80em)")
const contents = document.querySelector(".kek-toc > details")

if (contents) {
  const fit = () => {
    contents.open = roomForContents.matches
  }
  fit()
  roomForContents.addEventListener("change", fit)
  contents.addEventListener("click", (event) => {
    if (!roomForContents.matches && event.target.closest("a")) contents.open = false
  })
}

const menus = [...document.querySelectorAll(".kek-menu > details, .kek-sections details")]
for (const menu of [...menus, contents].filter(Boolean)) {
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open || (menu === contents && roomForContents.matches)) return
    menu.open = false
    menu.querySelector("summary").focus()
  })
}
document.addEventListener("click", (event) => {
  for (const menu of menus) if (!menu.contains(event.target)) menu.open = false
})
for (const menu of menus) {
  menu.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false
  })
}

const display = document.getElementById("kek-display")
if (display) {
  display.value = window.kekDisplay.chosen()
  display.addEventListener("change", () => window.kekDisplay.choose(display.value))
  display.closest("[hidden]").hidden = false
}
