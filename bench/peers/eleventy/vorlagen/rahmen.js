// The frame around every page: head, menus, footer. Menus are the same for all pages of a section and made once.
import { NAME, SITE, each, esc, plain } from "./teile.js";

const menus = new Map();

export function frame({ url, title, about, above, section, county, index }, body) {
  const name = county?.data.params.name;
  const heading = about.number ? `${about.number} ${title}` : title;
  const whole = esc(name ? `${heading} – ${name}` : heading);
  const summary = plain(about.summary || title);
  const address = SITE + url;
  const crumbs = [...above, { title: heading, url }].map((step, place) => ({
    "@type": "ListItem", position: place + 1, name: step.title, item: SITE + step.url,
  }));
  const graph = [
    { "@type": "Project", "@id": address, url: address, name: title, description: about.summary, identifier: about.number },
    { "@type": "BreadcrumbList", itemListElement: crumbs },
  ];
  return `<!doctype html>
<html lang="de">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'">
    <meta name="viewport" content="width=device-width,initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="description" content="${summary}">
    <link rel="canonical" href="${address}">
    <meta property="og:url" content="${address}">
    <link rel="alternate" type="application/json" href="${address}index.json" title="Daten dieser Seite">
    <script type="application/ld+json">${JSON.stringify({ "@context": "https://schema.org", "@graph": graph })}</script>
    <meta property="og:type" content="article">
    <meta property="og:locale" content="de_DE">
    <meta property="og:site_name" content="${NAME}">
    <meta property="og:title" content="${whole}">
    <meta property="og:description" content="${summary}">
    <meta property="og:image" content="${address}vorschau.png">
    <meta property="og:image:type" content="image/png">
    <meta property="og:image:width" content="1200">
    <meta property="og:image:height" content="630">
    <meta property="og:image:alt" content="${whole}">
    <meta name="twitter:card" content="summary_large_image">
    <link rel="icon" href="/kek/favicon.svg" type="image/svg+xml">
    <title>${whole}</title>
    <link rel="stylesheet" href="/kek/stil.css">
    <link rel="stylesheet" href="/kek/dunkel.css" media="screen and (prefers-color-scheme: dark)" id="kek-dunkel">
    <script src="/kek/darstellung.js"></script>
    <script type="module" src="/kek/seite.js"></script>
    <script type="module" src="/kek/suche.js"></script>
  </head>
  <body>
    <a class="kek-skip" href="#seiteninhalt">Zum Inhalt springen</a>
    ${menu(index, county, section)}
    <main id="seiteninhalt" tabindex="-1" data-pagefind-body>
      <article class="md-typeset">
        ${body}
      </article>
    </main>
    ${FOOTER}
  </body>
</html>
`;
}

function menu(index, county, section) {
  const key = `${county?.url} ${section}`;
  if (!menus.has(key)) menus.set(key, makeMenu(index, county, section));
  return menus.get(key);
}

function makeMenu(index, county, section) {
  return `<header class="kek-header">
  <p class="kek-demo">Demonstration, keine amtliche Veröffentlichung</p>
  <div class="kek-header__inner">
    <a href="/" class="kek-site"><svg class="kek-mark" viewBox="4 4 24 22" aria-hidden="true"><path d="M11.64 12h8.72l3.28 6H8.36zM7.27 20h17.46L28 26H4z"/></svg> <span>${NAME}</span></a>
    <a href="/suche/" class="kek-search-open"><svg class="kek-symbol" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true"><path d="M3 10.5a7.5 7.5 0 1 0 15 0a7.5 7.5 0 1 0-15 0 M16 16l5.5 5.5"/></svg> <span>Suche</span></a>
    ${each(["Menü", "Hauptmenü"], (which) => `<nav class="kek-menu" aria-label="${which}"><ul>${entries(index, county, section)}</ul></nav>`)}
  </div>
</header>`;
}

function entries(index, county, section) {
  if (!county) return each([...index.counties.values()], (one) => `<li><a href="${one.url}">${esc(one.data.params.name)}</a></li>`);
  const own = [...index.sections.values()].filter((one) => one.about.county === county.data.params.county);
  own.sort((one, other) => one.weight - other.weight);
  const prose = own.find((one) => one.about.section === "seiten");
  return `<li><a href="${county.url}">${esc(county.data.params.name)}</a></li>
${each(own.filter((one) => one !== prose), (one) =>
    `<li><a href="${one.url}"${one.about.section === section ? ' aria-current="true"' : ""}>${esc(one.title)}</a></li>`)}
<li>
  <details>
    <summary>Über das Konzept</summary>
    <ul>${each(prose?.items, (page) => `<li><a href="${page.url}">${esc(page.data.title)}</a></li>`)}<li><a href="${county.url}glossar/">Glossar</a></li></ul>
  </details>
</li>`;
}

const FOOTER = `<footer class="kek-footer">
  <div class="kek-footer__inner">
    <div class="kek-footer__about">
      <p><strong>${NAME}</strong></p>
      <p>Was erfundene Landkreise vorhaben. Eine Demonstration, keine amtliche Veröffentlichung.</p>
      <p>Ohne Cookies, ohne Werbung, ohne fremde Server.</p>
    </div>
    <nav aria-label="Rechtliches">
      <ul>
        <li><a href="/suche/">Suche</a></li>
        <li><a href="/impressum/">Impressum</a></li>
        <li><a href="/datenschutz/">Datenschutz</a></li>
        <li><a href="/barrierefreiheit/">Barrierefreiheit</a></li>
        <li><a href="/leichte-sprache/">Leichte Sprache</a></li>
      </ul>
    </nav>
    <p class="kek-display" hidden>
      <label for="kek-display">Darstellung</label>
      <select id="kek-display">
        <option value="">wie am Gerät</option>
        <option value="hell">hell</option>
        <option value="dunkel">dunkel</option>
      </select>
    </p>
  </div>
</footer>`;
