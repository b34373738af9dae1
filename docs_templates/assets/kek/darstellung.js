// Light or dark as the reader chose it. Runs before the page is drawn, so that it does not flash; keeps nothing unless
// somebody has chosen. Without it, and without a choice, the page follows the device.
{
  const dark = document.getElementById("kek-dunkel")
  const device = dark.media
  const media = { hell: "not all", dunkel: "screen" }

  window.kekDisplay = {
    chosen() {
      try {
        return localStorage.getItem("kek-darstellung") ?? ""
      } catch {
        return "" // storage is forbidden: the device decides
      }
    },
    choose(display) {
      dark.media = media[display] ?? device
      document.documentElement.style.colorScheme = { hell: "light", dunkel: "dark" }[display] ?? ""
      try {
        if (display) localStorage.setItem("kek-darstellung", display)
        else localStorage.removeItem("kek-darstellung")
      } catch {
        // it holds for this page only
      }
    },
  }

  if (window.kekDisplay.chosen()) window.kekDisplay.choose(window.kekDisplay.chosen())
}
