// The files of a long register, written by pages/registers.py: values and words of all rows, and the rows themselves, in pieces
// that are fetched once and only when somebody needs them.

/**
 * @param {HTMLElement} root the register, which says where its files are and how much is in each
 * @returns `total`; `values(key, size)` of a filter; `things(facets, words)`, all rows with their values, and with their words
 *   where something is searched; `rows(things)`, list items to show
 */
export function openFiles(root) {
  const size = (name) => Number(root.dataset[name])
  const total = size("total")
  const folder = new URL(root.dataset.folder, location.href)
  const fetched = new Map()
  let things = null
  let worded = false

  async function read(name) {
    const response = await fetch(new URL(`${name}.json`, folder))
    if (!response.ok) throw new Error(`${response.status} ${name}`)
    return response.json()
  }

  /** A file, fetched once; after a failure it is tried again. */
  function file(name) {
    if (!fetched.has(name)) {
      const reading = read(name)
      reading.catch(() => fetched.delete(name))
      fetched.set(name, reading)
    }
    return fetched.get(name)
  }

  /** All pieces of a kind, joined. */
  function pieces(name, count, each) {
    return Promise.all(Array.from({ length: Math.ceil(count / each) }, (_, index) => file(`${name}-${index + 1}`)))
  }

  async function begin(facets) {
    const found = []
    for (const columns of await pieces("spalten", total, size("columns"))) {
      columns.titel.forEach((rank, at) => {
        found.push({ place: found.length, rank, values: facets.map(({ key }) => [columns[key][at]].flat()) })
      })
    }
    return found
  }

  return {
    total,

    values: async (key, count) => (await pieces(`werte-${key}`, count, size("values"))).flat(),

    async things(facets, words) {
      things ??= await begin(facets)
      if (words && !worded) {
        const said = (await pieces("worte", total, size("texts"))).flat()
        for (const thing of things) thing.said = () => said[thing.place]
        worded = true
      }
      return things
    },

    rows(wanted) {
      return Promise.all(
        wanted.map(async ({ place }) => {
          const rows = await file(`zeilen-${Math.floor(place / size("rows")) + 1}`)
          const template = document.createElement("template")
          template.innerHTML = rows[place % size("rows")]
          return template.content.firstElementChild
        }),
      )
    },
  }
}
