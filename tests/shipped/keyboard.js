// Watches where the tabulator leads: at each stop what is wrong with it, and at the end which stops were left out.
// The stop is looked at when the key comes up: then the browser has scrolled to it.
() => {
  const brush = document.createElement("canvas").getContext("2d", { willReadFrequently: true })
  const known = new Map()
  const rgba = (text) => {
    if (!known.has(text)) {
      brush.clearRect(0, 0, 1, 1)
      brush.fillStyle = text
      brush.fillRect(0, 0, 1, 1)
      known.set(text, [...brush.getImageData(0, 0, 1, 1).data])
    }
    return known.get(text)
  }
  const luminance = (colour) => {
    const [r, g, b] = colour.slice(0, 3).map((part) => {
      const share = part / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const contrast = (one, other) => {
    const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b)
    return (high + 0.05) / (low + 0.05)
  }
  const blend = (upper, lower) => upper.map((part, i) => (part * upper[3]) / 255 + lower[i] * (1 - upper[3] / 255))
  /** What is painted around an element: the backgrounds of all that it stands in. */
  const around = (element) => {
    const layers = []
    for (let node = element.parentElement; node; node = node.parentElement) {
      const colour = rgba(getComputedStyle(node).backgroundColor)
      if (colour[3]) layers.push(colour)
      if (colour[3] === 255) break
    }
    return layers.reduceRight((lower, upper) => blend(upper, lower), [255, 255, 255, 255])
  }

  /** The ring around the stop: its own outline, that of a part of it, or the line around a shape in a picture. */
  const ring = (element) => {
    for (const node of [element, ...element.querySelectorAll("*")]) {
      const style = getComputedStyle(node)
      if (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) {
        return contrast(rgba(style.outlineColor), around(node))
      }
      if (node instanceof SVGGeometryElement && style.stroke !== "none") {
        if (parseFloat(style.strokeWidth) * Math.abs(node.getScreenCTM().a) < 2) continue
        const ground = style.fill === "none" ? around(element.closest("svg")) : rgba(style.fill)
        return Math.max(contrast(rgba(style.stroke), around(element.closest("svg"))), contrast(rgba(style.stroke), ground))
      }
    }
    return 0
  }

  const inView = (element) => {
    for (const box of element.getClientRects()) {
      for (const [right, down] of [[0.5, 0.5], [0.1, 0.5], [0.9, 0.5], [0.5, 0.1], [0.5, 0.9]]) {
        const found = document.elementFromPoint(box.x + right * box.width, box.y + down * box.height)
        if (found && (element.contains(found) || (found.contains(element) && element instanceof SVGElement))) return true
      }
    }
    return false
  }
  const folded = (element) => {
    const details = element.closest("details:not([open])")
    return details && element !== details.querySelector("summary")
  }

  const wanted = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")].filter(
    (element) => !element.disabled && element.tabIndex >= 0 && element.checkVisibility({ visibilityProperty: true }) && !folded(element) && element.type !== "radio",
  )
  const stops = []
  const problems = []
  const named = (element) => element.outerHTML.slice(0, 90)
  let over = false
  document.addEventListener("keyup", (event) => {
    if (event.key !== "Tab" || over) return
    const stop = document.activeElement
    if (stop === document.body || stop === stops[0]) {
      over = true
      return
    }
    const before = stops.at(-1)
    stops.push(stop)
    if (before && !(before.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING)) problems.push(`order: ${named(stop)}`)
    if (folded(stop)) problems.push(`closed: ${named(stop)}`)
    if (!inView(stop)) problems.push(`not in view: ${named(stop)}`)
    const share = ring(stop)
    if (share < 3) problems.push(`ring ${share.toFixed(2)}: ${named(stop)}`)
  })
  window.kekKeyboard = () => ({
    stops: stops.length,
    over,
    problems: [...problems, ...wanted.filter((element) => !stops.includes(element)).map((element) => `left out: ${named(element)}`)],
  })
  return wanted.length
}
