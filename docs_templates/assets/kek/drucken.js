// Paper cannot be clicked: before printing, every link in the text that leads to another page gets a small number, and a
// list at the end says where the numbers lead. Folded parts are opened. After printing all of it is taken back.

const article = document.querySelector("article")
const notPrinted = "nav, form, .kek-find, .kek-edit, .kek-share"
const here = document.querySelector('link[rel="canonical"]')?.href ?? location.href
let undo = []

const pageOf = (address) => address.href.slice(0, address.href.length - address.hash.length)

// Where a link leads as published, not where it happens to be read; undefined for this page, mail, and files in memory.
function target(link) {
  const address = new URL(link.getAttribute("href"), here)
  const other = pageOf(address) !== pageOf(new URL(here))
  return other && address.origin === new URL(here).origin ? address.href : undefined
}

function addNumbers() {
  const numbers = new Map()
  for (const link of article.querySelectorAll("a[href]:not(svg a)")) {
    const address = link.closest(notPrinted) || !link.checkVisibility() ? undefined : target(link)
    if (!address) continue
    if (!numbers.has(address)) numbers.set(address, numbers.size + 1)
    const mark = document.createElement("sup")
    mark.className = "kek-link-number"
    mark.textContent = numbers.get(address)
    link.append(mark)
    undo.push(() => mark.remove())
  }
  return [...numbers.keys()]
}

function addList(addresses) {
  const list = document.createElement("section")
  list.className = "kek-link-list"
  list.innerHTML = "<h2>Adressen der Verweise</h2><ol></ol>"
  for (const address of addresses) {
    const item = document.createElement("li")
    item.textContent = decodeURI(address)
    list.lastElementChild.append(item)
  }
  article.append(list)
  undo.push(() => list.remove())
}

function openFolded() {
  for (const folded of article.querySelectorAll("details:not([open], .kek-share *)")) {
    folded.open = true
    undo.push(() => {
      folded.open = false
    })
  }
}

addEventListener("beforeprint", () => {
  if (undo.length) return
  openFolded()
  const addresses = addNumbers()
  if (addresses.length) addList(addresses)
})

addEventListener("afterprint", () => {
  for (const step of undo.reverse()) step()
  undo = []
})
