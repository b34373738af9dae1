// Runs axe-core in the page and keeps what a reader of the report needs. Contrast that axe leaves open (text in a picture, with
// a decoration behind it, of one letter, under an open menu) is measured here: ink of the text on what is painted below it.
async (options) => {
  const { Color, flattenColors, getContrast } = axe.commons.color
  const shorten = (results) =>
    results.flatMap((result) =>
      result.nodes.map((node) => ({
        rule: result.id,
        target: node.target.join(" "),
        html: node.html.slice(0, 160),
        why: [...node.any, ...node.all, ...node.none].map((check) => check.message).join("; "),
      })),
    )
  const parsed = (text) => {
    const colour = new Color()
    colour.parseString(text)
    return colour
  }

  /** What is painted below a text at a point; null when a picture is. */
  const below = (element, stack) => {
    const layers = []
    for (const node of [...stack, document.documentElement]) {
      const style = getComputedStyle(node)
      const shape = node instanceof SVGGeometryElement
      if (node instanceof SVGElement && (!shape || style.fill === "none")) continue
      if (!shape && style.backgroundImage !== "none") return null
      const colour = parsed(shape ? style.fill : style.backgroundColor)
      layers.push(colour)
      if (colour.alpha === 1) break
    }
    return layers.reduceRight((lower, upper) => flattenColors(upper, lower), new Color(255, 255, 255))
  }

  /** The lowest contrast of an element's text as a share of what it needs; null when it cannot be told. */
  const contrast = (element) => {
    element.scrollIntoView({ block: "center", inline: "center" })
    const range = document.createRange()
    range.selectNodeContents(element)
    const style = getComputedStyle(element)
    const drawn = element instanceof SVGElement
    const size = parseFloat(style.fontSize) * (drawn ? Math.abs(element.getScreenCTM().a) : 1)
    const needed = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5
    const ink = parsed(drawn ? style.fill : style.color)
    const shares = []
    for (const box of range.getClientRects()) {
      for (const share of [0.02, 0.5, 0.98]) {
        const stack = document.elementsFromPoint(box.x + share * box.width, box.y + box.height / 2)
        const place = stack.findIndex((node) => element.contains(node))
        if (place !== 0) continue // covered: nobody reads it there
        const ground = below(element, stack)
        if (!ground) return null
        shares.push(getContrast(ground, flattenColors(ink, ground)) / needed)
      }
    }
    return shares.length ? Math.min(...shares) : 1
  }

  await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {})))
  const found = await axe.run(document, options)
  const violations = shorten(found.violations)
  const open = []
  for (const entry of shorten(found.incomplete)) {
    const share = entry.rule === "color-contrast" ? contrast(document.querySelector(entry.target)) : null
    if (share === null) open.push(entry)
    else if (share < 1) violations.push({ ...entry, why: `contrast is ${share.toFixed(2)} of what is needed` })
  }
  scrollTo(0, 0)
  return { violations, open }
}
