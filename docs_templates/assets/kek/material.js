// What Material for MkDocs writes into each page, as a file: the content security policy allows no script inside a page.
// Material's own script expects these names. Nothing is stored before the reader chooses something.
(function () {
  "use strict"
  const script = document.currentScript
  const scope = new URL("../", script.src)
  window.__md_scope = scope
  window.__md_hash = (text) => [...text].reduce((hash, letter) => (hash << 5) - hash + letter.charCodeAt(0), 0)
  window.__md_get = (key, storage = localStorage, base = scope) => JSON.parse(storage.getItem(base.pathname + "." + key))
  window.__md_set = (key, value, storage = localStorage, base = scope) => {
    try {
      storage.setItem(base.pathname + "." + key, JSON.stringify(value))
    } catch {
      // Storage may be forbidden or full; the page works without.
    }
  }
})()
