// What a page offers to take along, and where it comes from.
import { SITE, esc } from "./teile.js";

export function share(page, about, county) {
  const address = SITE + page.url;
  const name = `${about.label} ${about.number ?? ""}: ${page.title}`;
  const edition = `${county.data.title}, ${county.data.params.edition}`;
  const copy = (rows, label, value) => `<div class="kek-share__copy">
      <textarea rows="${rows}" readonly aria-label="${label}">${esc(value)}</textarea>
      <button type="button" class="kek-share__button" data-kek-copy hidden>${label} kopieren</button>
    </div>`;
  return `<footer class="kek-share">
  <h2>Weitergeben</h2>
  <dl>
    <div>
      <dt>Adresse</dt>
      <dd>
        <span class="kek-share__text">${address}</span>
        <button type="button" class="kek-share__button" data-kek-copy hidden>Adresse kopieren</button>
        <button type="button" class="kek-share__button" data-kek-share hidden>Teilen …</button>
      </dd>
    </div>
    <div>
      <dt>Zitieren</dt>
      <dd>
        <span class="kek-share__text">${esc(county.data.params.name)}: ${esc(name)}. In: ${esc(county.data.title)} [online]. ${esc(county.data.params.edition)}. Nichtamtliche Wiedergabe in eigenen Worten. Verfügbar unter: ${address}</span>
        <button type="button" class="kek-share__button" data-kek-copy hidden>Mit Datum von heute kopieren</button>
      </dd>
    </div>
    <div>
      <dt>Mitnehmen</dt>
      <dd><ul><li><a href="index.json">Daten dieser Seite</a> <span class="kek-via">(JSON)</span></li></ul></dd>
    </div>
  </dl>
  <details>
    <summary>QR-Code</summary>
    <div class="kek-share__code">
      <img src="qr.svg" alt="QR-Code mit der Adresse dieser Seite" width="180" height="180" loading="lazy">
      <p>Für Aushänge und Faltblätter: Wer ihn mit dem Telefon liest, kommt auf diese Seite.<br>
      <a href="qr.svg" download="qr.svg">QR-Code herunterladen</a> <span class="kek-via">(SVG)</span></p>
    </div>
  </details>
  <details>
    <summary>Auf der eigenen Website zeigen</summary>
    <p>Als Karte: immer auf dem Stand dieser Seite, ohne Skript und ohne Cookies. Hell oder dunkel wie das Gerät.</p>
    ${copy(4, "Karte als HTML", `<iframe src="${address}karte/" title="${name}" width="100%" height="420" loading="lazy" style="border:0;max-width:40em"></iframe>`)}
    <p>Als Schild: <img class="kek-share__badge" src="status.svg" alt="" height="20" loading="lazy"></p>
    ${copy(3, "Schild als HTML", `<a href="${address}"><img src="${address}status.svg" alt="Aktueller Stand: ${name}" height="20"></a>`)}
    ${copy(3, "Schild als Markdown", `[![Aktueller Stand: ${name}](${address}status.svg)](${address})`)}
  </details>
</footer>
<footer class="kek-source">
  <p>Quelle: ${esc((about.sources ?? []).join("; "))}</p>
  <p>${esc(edition)}. Wiedergabe in eigenen, einfachen Worten; keine amtliche Veröffentlichung.</p>
</footer>
<p class="kek-permalink">Diese Seite im Internet: ${address}</p>
${about.file ? `<p class="kek-edit"><a href="https://git.example.org/kek-online/edit/main/${about.file}" rel="edit nofollow">Diese Seite bearbeiten</a> <span>(${about.file})</span></p>` : ""}`;
}
