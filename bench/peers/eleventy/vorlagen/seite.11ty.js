// The page of a thing; of a section and the county, only their head stands here (see listen.11ty.js).
import { WITH_CHAIN, chain } from "./faden.js";
import { frame } from "./rahmen.js";
import { share } from "./teilen.js";
import { each, esc, heading, link, tags, text } from "./teile.js";

const RELATIONS = ["Handlungsfeld", "Ziele", "Schlüsselvorhaben", "Träger", "Ansprechpartner", "Genannte Akteure", "Beteiligte",
  "Orte", "Kennzahlen", "Zeigt Fortschritt für", "Gehört zu", "Nachbarn", "Hier erwähnt"];

export function render(data) {
  const about = data.params ?? {};
  const index = data.collections.verzeichnis;
  const county = index.counties.get(about.county);
  const page = { url: data.page.url, title: data.title };
  if (!about.label) return frame({ ...page, about, above: [], county, index }, start(page, about, index));
  const section = index.sections.get(`/${about.county}/${about.section}/`);
  const above = [{ title: county.data.params.name, url: county.url }, ...(section ? [section] : [])];
  return frame({ ...page, about, above, section: about.section, county, index }, body(page, about, above, county, index, data.content));
}

function start(page, about, index) {
  const list = about.county
    ? [...index.sections.values()].filter((one) => one.about.county === about.county)
    : [...index.counties.values()].map((one) => ({ url: one.url, title: one.data.params.name, about: one.data.params }));
  return `<div class="kek-page">
<header class="kek-head"><h1>${esc(page.title)}</h1><div class="kek-lead"><p>${text(about.summary)}</p></div></header>
<ul class="kek-cards">${each(list, (one) => `<li class="kek-card"><h2><a href="${one.url}">${esc(one.title)}</a></h2><p>${text(one.about.summary)}</p></li>`)}</ul>
</div>`;
}

function body(page, about, above, county, index, content) {
  const back = index.of(page.url);
  const linked = (to) => (index.pages.has(to) ? link(index.pages.get(to)) : "");
  const goals = (about.above ?? []).map((to) => index.pages.get(to)).filter(Boolean);
  const groups = back.filter((one) => one.rel === "group");
  return `<div class="kek-page kek-accent-${about.accent ?? ""}">
<div class="kek-band">
<nav class="kek-crumbs" aria-label="Sie sind hier">
  <ol>
    ${each(above, (step) => `<li><a href="${step.url}">${esc(step.title)}</a></li>`)}
    ${each(goals, (step) => `<li><a href="${step.url}">${esc(step.data.params.short)}</a></li>`)}
    <li aria-current="page">${esc(about.short ?? page.title)}</li>
  </ol>
</nav>
<header class="kek-head">
  <p class="kek-kind">${esc(about.label)}</p>
  <h1>${about.number ? `<span class="kek-number">${esc(about.number)}</span> ` : ""}${esc(page.title)}</h1>
  ${about.summary ? `<div class="kek-lead"><p>${text(about.summary)}</p></div>` : ""}
  ${tags(about.tags)}
</header>
</div>
<nav class="kek-toc" aria-label="Auf dieser Seite">
  <details>
    <summary>Auf dieser Seite</summary>
    <ul>
      <li><a href="#inhalt">Was vorgesehen ist</a></li>
      <li><a href="#vorhaben">Wo es steht</a></li>
      <li><a href="#roter-faden">Roter Faden</a></li>
      <li><a href="#hinweise">Hinweise zum Dokument</a></li>
      <li><a href="#verweise">Was hierher verweist</a></li>
    </ul>
  </details>
</nav>
<div class="kek-body">
${about.facts ? `<section class="kek-facts" aria-label="Auf einen Blick">
<dl>
  ${each(about.facts, (fact) => `<div>
    <dt>${esc(fact.label)}</dt>
    ${each(fact.items, (item) => `<dd>${esc(item.text)}${item.to ? linked(item.to) : ""}${item.note ? ` (${esc(item.note)})` : ""}</dd>`)}
  </div>`)}
</dl>
</section>` : ""}
<section aria-labelledby="inhalt">
  ${heading("inhalt", "Was vorgesehen ist")}
  ${each(about.paragraphs, (one) => `<p>${text(one)}</p>`)}
  ${about.points ? `<ul class="kek-points">${each(about.points, (point) => `<li>${text(point.text)}${point.points ? `<ul>${each(point.points, (one) => `<li>${text(one)}</li>`)}</ul>` : ""}</li>`)}</ul>` : ""}
  ${content}
  ${each(about.groups, (group) => `<h3>${esc(group.title)}</h3>
  <ul class="kek-cards">
    ${each(group.items, (item) => card(item, index))}
  </ul>`)}
  ${each(about.steps, (step) => `<section class="kek-step" id="${step.number}">
    <h3><span class="kek-number">${step.number}</span> ${esc(step.title)}</h3>
    ${step.summary ? `<p>${text(step.summary)}</p>` : ""}
    <ul class="kek-inline">${each(step.parts, (part) => `<li>${linked(part.to)}</li>`)}</ul>
  </section>`)}
  ${about.rows ? `<table>
    <thead><tr><th>Art</th><th>Zeit</th><th>Wert</th></tr></thead>
    <tbody>${each(about.rows, (row) => `<tr>${each(row, (cell) => `<td>${esc(cell)}</td>`)}</tr>`)}</tbody>
  </table>` : ""}
  ${each(about.statements, (quadrant) => `<section class="kek-quadrant">
    <h3>${quadrant.title}</h3>
    <ul>
      ${each(quadrant.items, (one) => `<li id="${one.id}">
        <p>${text(one.text)}</p>
        <ul class="kek-links">${each(one.answers, (to) => `<li>${linked(to)}</li>`)}</ul>
        ${each(one.notes, (note) => `<p class="kek-note">${text(note)}</p>`)}
      </li>`)}
    </ul>
  </section>`)}
  ${about.news ? `<ol class="kek-news">${each(about.news, (one) => `<li><time>${esc(one.date)}</time> ${text(one.text)}</li>`)}</ol>` : ""}
</section>
${groups.length ? `<section aria-labelledby="vorhaben">
  ${heading("vorhaben", "Wo es steht")}
  <ul class="kek-cards">
    ${each(groups, (one) => `<li class="kek-card">
      <h3 class="kek-card__title">${link(one.page)}</h3>
      <p class="kek-via">Zeile „${esc(one.row)}“</p>
    </li>`)}
  </ul>
</section>` : ""}
${WITH_CHAIN.has(about.kind) ? chain(page, about, index) : ""}
${about.notes ? `<section class="kek-notes" aria-labelledby="hinweise">
  ${heading("hinweise", "Hinweise zum Dokument")}
  ${each(about.notes, (note) => `<div class="kek-note">
    <p class="kek-note__label">${esc(note.label)}</p>
    <p>${text(note.text)}</p>
  </div>`)}
</section>` : ""}
<section class="kek-mentions" aria-labelledby="verweise">
  ${heading("verweise", "Was hierher verweist")}
  ${each(RELATIONS, (rel) => mentions(rel, back.filter((one) => one.rel === rel)))}
</section>
${share(page, about, county)}
</div>
</div>`;
}

function card(item, index) {
  const page = index.pages.get(item.to);
  return `<li class="kek-card">
      ${item.text ? `<p>${text(item.text)}</p>` : ""}
      ${page ? `<h4 class="kek-card__title">${link(page)}</h4><p>${text(page.data.params.summary)}</p>${tags(page.data.params.tags)}` : ""}
      ${item.note ? `<p class="kek-via">${text(item.note)}</p>` : ""}
    </li>`;
}

function mentions(rel, list) {
  return list.length ? `<div class="kek-group">
    <h3 class="kek-group__title">${rel}</h3>
    <ul class="kek-links">${each(list, (one) => `<li>${link(one.page)}</li>`)}</ul>
  </div>` : "";
}
