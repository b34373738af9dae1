// The filters of a register: each a list to choose from; with hundreds of values, a field to type into, with suggestions that
// are fetched when somebody needs them.
import { fold } from "./falten.js"

const SUGGESTED = 50

/**
 * The filters of a form.
 *
 * @param {HTMLElement} form the form
 * @param {{values: (key: string, size: number) => Promise<[string, string, number][]>} | null} files where values are fetched
 * @returns for each, `key`, `name`, `size` and `values` (as far as they are known); `chosen()` and `find(key)` give the place of
 *   a value, -1 for none; `choose(place)`, `showCounts(counts, place)`, `onChange(done, tell)`
 */
export function valuesOf(form, files) {
  const controls = [...form.querySelectorAll(".kek-register__field :is(select, input)")]
  return controls
    .filter(({ name }) => name !== "sortierung" && name !== "text")
    .map((control) => (control.tagName === "SELECT" ? listed(control) : typed(control, files)))
}

function listed(select) {
  const values = [...select.options].slice(1).map((option) => {
    const [, label, count] = /^(.*) \((\d+)\)$/s.exec(option.text)
    return { key: option.value, label, count: Number(count), option }
  })
  return {
    key: select.name,
    name: select.labels[0].textContent,
    size: values.length,
    values,
    chosen: () => select.selectedIndex - 1,
    find: (key) => values.findIndex((value) => value.key.toLowerCase() === key),
    choose(place) {
      select.selectedIndex = place + 1
    },
    showCounts(counts, place) {
      values.forEach(({ option, label, count }, at) => {
        const left = counts ? counts[at] : count
        const text = `${label} (${left})`
        if (option.text !== text) option.text = text
        option.disabled = left === 0 && place !== at
      })
    },
    onChange: (done) => select.addEventListener("change", done),
  }
}

function typed(input, files) {
  const name = input.labels[0].textContent
  const offered = input.list
  const facet = { key: input.name, name, size: Number(input.dataset.count), values: [] }
  let counts = null

  async function load() {
    if (!facet.values.length) {
      const values = await files.values(facet.key, facet.size)
      facet.values = values.map(([key, label, count]) => ({ key, label, count, folded: fold(label, "e") }))
    }
    return facet.values
  }

  /** The place of the value that was typed: its whole name, or as much of it as no other has. */
  function placeOf(text) {
    const exact = facet.values.findIndex(({ label }) => label === text)
    if (exact >= 0) return exact
    const wanted = fold(text, "e")
    const alike = facet.values.flatMap(({ folded }, at) => (folded.startsWith(wanted) ? [at] : []))
    const same = alike.filter((at) => facet.values[at].folded === wanted)
    return (same.length === 1 ? same : alike).length === 1 ? (same.length === 1 ? same : alike)[0] : -1
  }

  async function suggest() {
    const values = await load()
    const wanted = fold(input.value.trim(), "e")
    const fitting = values
      .map((value, at) => ({ ...value, left: counts ? counts[at] : value.count, from: value.folded.indexOf(wanted) }))
      .filter(({ left, from }) => left && from >= 0)
    fitting.sort((left, right) => (left.from === 0 ? 0 : 1) - (right.from === 0 ? 0 : 1) || right.left - left.left)
    offered.replaceChildren(
      ...fitting.slice(0, SUGGESTED).map(({ label, left }) => {
        const option = document.createElement("option")
        option.value = label
        option.label = `${label} (${left})`
        return option
      }),
    )
  }

  return Object.assign(facet, {
    async chosen() {
      const text = input.value.trim()
      if (text) await load()
      return text ? placeOf(text) : -1
    },
    async find(key) {
      return key ? (await load()).findIndex((value) => value.key.toLowerCase() === key) : -1
    },
    choose(place) {
      input.value = place < 0 ? "" : facet.values[place].label
      input.removeAttribute("aria-invalid")
    },
    showCounts(left) {
      counts = left
    },
    onChange(done, tell) {
      const failed = () => tell("Die Vorschläge konnten nicht geladen werden. Bitte versuchen Sie es noch einmal.")
      input.addEventListener("focus", () => suggest().catch(failed))
      input.addEventListener("input", async () => {
        await suggest().catch(failed)
        if (facet.values.some(({ label }) => label === input.value)) done()
      })
      input.addEventListener("change", async () => {
        const text = input.value.trim()
        await load().catch(failed)
        const known = !text || placeOf(text) >= 0
        if (known) return done()
        input.setAttribute("aria-invalid", "true")
        tell(`„${text}“ gibt es unter „${name}“ nicht. Bitte wählen Sie einen der Vorschläge.`)
      })
    },
  })
}
