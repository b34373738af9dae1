// What does not fit: a page wider than the window, text that is cut off, and targets that are small and too near to others.
(lineSpacing) => {
  if (lineSpacing) {
    // WCAG 2.2, 1.4.12: the most a reader may ask for.
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(
      "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } " +
        "p { margin-bottom: 2em !important }",
    )
    document.adoptedStyleSheets.push(sheet)
  }
  const named = (element) => element.outerHTML.slice(0, 110)
  const seen = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
  const problems = []

  const width = document.documentElement.scrollWidth
  if (width > innerWidth) problems.push(`page ${width} px wide`)

  // The page itself cuts off at its edge (bands of colour are wider than it), so what stands beyond is looked for one by one.
  const scrolls = (element) =>
    element && (["auto", "scroll"].includes(getComputedStyle(element).overflowX) || scrolls(element.parentElement))
  const cuts = (style, axis) => ["hidden", "clip"].includes(style[axis])
  for (const element of document.querySelectorAll("body *")) {
    const box = element.getBoundingClientRect()
    if (!seen(element) || box.width <= 1 || box.height <= 1) continue // the last are for screen readers only
    if ((box.right > innerWidth + 1 || box.left < -1) && !scrolls(element)) problems.push(`beyond: ${named(element)}`)
    if (element instanceof SVGElement) continue
    const style = getComputedStyle(element)
    const across = cuts(style, "overflowX") && element.scrollWidth > element.clientWidth + 1
    const down = cuts(style, "overflowY") && element.scrollHeight > element.clientHeight + 1
    if (across || down) problems.push(`cut: ${named(element)}`)
  }

  // WCAG 2.2, 2.5.8: 24 px each way; smaller ones when a circle of 24 px around their middle meets no other target, nor the
  // circle of another small one. Links within a sentence may be smaller, and with a field its label can be hit.
  const small = (box) => box.width < 24 || box.height < 24
  const middle = (box) => [box.x + box.width / 2, box.y + box.height / 2]
  const distance = ([x, y], box) =>
    small(box)
      ? Math.hypot(middle(box)[0] - x, middle(box)[1] - y) - 12
      : Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom))
  const inSentence = (element) => {
    if (getComputedStyle(element).display !== "inline") return false
    const block = element.parentElement.closest("p, li, dd, dt, td, th, figcaption, blockquote, div, h1, h2, h3, h4")
    const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
      const node = texts.currentNode
      if (!node.parentElement.closest("a, button") && /\p{L}{2}/u.test(node.textContent)) return true
    }
    return false
  }
  const targets = [...document.querySelectorAll("a[href], button, summary, select, input, textarea")]
    .filter((element) => !element.disabled && seen(element))
    .map((element) => ({ element, box: (element.closest("label") ?? element).getBoundingClientRect() }))
    .filter(({ box }) => box.width && box.height)
  for (const { element, box } of targets) {
    if (!small(box) || inSentence(element)) continue
    const near = targets.find((other) => {
      const apart = !other.element.contains(element) && !element.contains(other.element)
      return apart && distance(middle(box), other.box) < 12
    })
    if (near) problems.push(`target ${Math.round(box.width)}×${Math.round(box.height)}: ${named(element)} near ${named(near.element)}`)
  }
  return problems
}
