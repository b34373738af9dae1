// The chain from the analysis to the indicator, through the key projects that a thing stands in.
import { each, heading, link, statement } from "./teile.js";

export const WITH_CHAIN = new Set(["massnahme", "schluesselvorhaben", "ziel", "handlungsfeld", "kennzahl"]);

const level = (label, list) => `<li class="kek-faden__level">
  <p class="kek-faden__label">${label}</p>
  <ul class="kek-links">${list}</ul>
</li>`;

export function chain(page, about, index) {
  const back = index.of(page.url);
  const projects = back.filter((one) => one.rel === "group" && one.page.data.params.kind === "schluesselvorhaben").map((one) => one.page);
  const via = (project) => `<span class="kek-via">über ${project.data.params.number}</span>`;
  const through = (rel, render) =>
    each(projects, (project) => each(index.of(project.url).filter((one) => one.rel === rel), (one) => `<li>${render(one)} ${via(project)}</li>`));
  const facts = (label) =>
    each((about.facts ?? []).filter((fact) => fact.label === label), (fact) =>
      each(fact.items, ({ to }) => (index.pages.has(to) ? `<li>${link(index.pages.get(to))}</li>` : "")));
  const placed = each(about.groups, (group) => each(group.items, ({ to }) => (index.pages.has(to) ? `<li>${link(index.pages.get(to))}</li>` : "")));
  return `<section class="kek-faden" aria-labelledby="roter-faden">
  ${heading("roter-faden", "Roter Faden")}
  <ol>
    <li class="kek-faden__level">
      <p class="kek-faden__label">SWOT-Aussagen <span class="kek-editorial" title="Diese Zuordnung stammt von der Redaktion, nicht aus dem Dokument.">redaktionell</span></p>
      <ul class="kek-links">${each(back.filter((one) => one.rel === "answer"), (one) => `<li>${statement(one)}</li>`)}</ul>
      <details>
        <summary>Weitere SWOT-Aussagen</summary>
        <ul class="kek-links">${through("answer", statement)}</ul>
      </details>
    </li>
    ${level("Handlungsfeld", facts("Handlungsfeld"))}
    ${level("Ziele", facts("Ziele") + through("Schlüsselvorhaben", (one) => link(one.page)))}
    ${level("Kennzahlen", facts("Kennzahlen"))}
    ${level("Schlüsselvorhaben", each(projects, (one) => `<li>${link(one)}</li>`))}
    ${level("Maßnahmen", each(back.filter((one) => one.rel === "Ziele"), (one) => `<li>${link(one.page)}</li>`) + placed)}
    <li class="kek-faden__level kek-faden__level--here">
      <p class="kek-faden__label">${about.label} <span class="kek-tag">Sie sind hier</span></p>
      <ul class="kek-links"><li>${link({ url: page.url, data: { title: page.title, params: about } })}</li></ul>
    </li>
  </ol>
</section>`;
}
