// Runs Lighthouse as a phone on pages and prints its four scores, and what kept a score below 100.
// node messen.mjs BROWSER ADDRESS…
import { launch } from "chrome-launcher"
import lighthouse from "lighthouse"

const [browser, ...addresses] = process.argv.slice(2)
const chrome = await launch({ chromePath: browser, chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu"] })
let enough = true
for (const address of addresses) {
  const { lhr } = await lighthouse(address, { port: chrome.port, logLevel: "error" })
  const categories = Object.values(lhr.categories).filter((category) => category.score !== null)
  console.log(new URL(address).pathname)
  for (const category of categories) {
    const needed = category.id === "performance" ? 0.95 : 1
    enough &&= category.score >= needed
    console.log(`  ${Math.round(category.score * 100)} ${category.title}`)
    for (const { id, weight } of category.auditRefs) {
      const { score, title, displayValue } = lhr.audits[id]
      if (weight > 0 && score !== null && score < 0.9) console.log(`     ${title} ${displayValue ?? ""}`)
    }
  }
}
await chrome.kill()
process.exitCode = enough ? 0 : 1
