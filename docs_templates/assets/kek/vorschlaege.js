// Suggestions while typing: buttons below a field, so that touch, keyboard and screen readers meet nothing unusual. From the
// field the arrow down leads to them, arrows to the side lead along.
import { suggestions } from "./wortschatz.js"
import { element } from "./treffer.js"

const WAIT = 120
const NARROW = matchMedia("(max-width: 30em)")
const MANY = { words: 4, titles: 2 }
const FEW = { words: 2, titles: 2 }

/**
 * Suggestions for a field.
 *
 * @param {HTMLInputElement} input the field
 * @param {{onPick: (query: string) => void, next?: () => HTMLElement | null}} how `onPick` gets what was chosen, `next` says
 *   where the arrow down leads when it leaves them
 * @returns `list`, to be put below the field, `show()` and `clear()`
 */
export function suggestBelow(input, { onPick, next = () => null }) {
  const list = element("ul", { class: "kek-suggest", "aria-label": "Vorschläge", hidden: true })
  let timer
  let turn = 0

  function clear() {
    clearTimeout(timer)
    turn++
    list.hidden = true
    list.replaceChildren()
  }

  async function show() {
    const mine = ++turn
    const found = await suggestions(input.value, NARROW.matches ? FEW : MANY)
    if (mine !== turn) return
    list.replaceChildren(...found.map(({ text, query }) => {
      const button = element("button", { type: "button" }, text)
      button.addEventListener("click", () => {
        input.value = query
        input.focus()
        clear()
        onPick(query)
      })
      return element("li", {}, button)
    }))
    list.hidden = !found.length
  }

  input.addEventListener("input", () => {
    clearTimeout(timer)
    timer = setTimeout(show, WAIT)
  })
  input.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown") return
    const stop = list.querySelector("button") ?? next()
    if (!stop) return
    event.preventDefault()
    stop.focus()
  })
  list.addEventListener("keydown", (event) => {
    const buttons = [...list.querySelectorAll("button")]
    const here = buttons.indexOf(document.activeElement)
    const stop = {
      ArrowRight: buttons[here + 1],
      ArrowLeft: buttons[here - 1] ?? input,
      ArrowUp: input,
      ArrowDown: next(),
    }[event.key]
    if (!stop) return
    event.preventDefault()
    stop.focus()
  })
  return { list, show, clear }
}
