// The lists of all sections, 100 entries a page.
import { frame } from "../vorlagen/rahmen.js";
import { each, esc, link, tags, text } from "../vorlagen/teile.js";

export const data = {
  layout: false,
  pagination: { data: "collections.listen", size: 1, alias: "liste" },
  permalink: ({ liste }) => `${liste.url}index.html`,
  eleventyExcludeFromCollections: true,
};

export function render({ liste, collections }) {
  const index = collections.verzeichnis;
  const county = index.counties.get(liste.about.county);
  const above = [{ title: county.data.params.name, url: county.url }];
  return frame({ url: liste.url, title: liste.title, about: liste.about, above, section: liste.about.section, county, index }, `<div class="kek-page">
<nav class="kek-crumbs" aria-label="Sie sind hier">
  <ol>${each(above, (step) => `<li><a href="${step.url}">${esc(step.title)}</a></li>`)}<li aria-current="page">${esc(liste.title)}</li></ol>
</nav>
<header class="kek-head"><h1>${esc(liste.title)}</h1></header>
<ul class="kek-cards">
  ${each(liste.items, (page) => `<li class="kek-card">
    <h2 class="kek-card__title">${link(page)}</h2>
    <p>${text(page.data.params.summary)}</p>
    ${tags(page.data.params.tags)}
  </li>`)}
</ul>
<nav aria-label="Seiten">
  ${liste.number > 1 ? `<a href="${liste.number === 2 ? liste.base : `${liste.base}page/${liste.number - 1}/`}">zurück</a>` : ""}
  Seite ${liste.number} von ${liste.count}
  ${liste.number < liste.count ? `<a href="${liste.base}page/${liste.number + 1}/">weiter</a>` : ""}
</nav>
</div>`);
}
