// Only in a preview: shows the page anew when it has changed, where the reader was, and lays over it what is wrong.
// The server says whether the page is another one; a page that stays the same is not loaded again.
(() => {
  const script = document.currentScript;
  if (window.top !== window || !script) return;

  const MEMORY = "kek-vorschau";
  const prefix = new URL(".", script.src);
  const place = location.pathname + location.search;

  const host = document.createElement("div");
  const root = host.attachShadow({ mode: "open" });
  const sheet = document.createElement("link");
  sheet.rel = "stylesheet";
  sheet.href = new URL("vorschau.css", prefix);
  const trouble = document.createElement("section");
  trouble.className = "fehler";
  trouble.setAttribute("role", "alert");
  trouble.setAttribute("aria-labelledby", "titel");
  trouble.hidden = true;
  const note = document.createElement("p");
  note.className = "hinweis";
  note.setAttribute("role", "status");
  note.hidden = true;
  root.append(sheet, trouble, note);
  document.body.append(host);

  function remember() {
    const open = [...document.querySelectorAll("details")].map((details) => details.open);
    const kept = JSON.stringify({ place, x: scrollX, y: scrollY, open });
    try { sessionStorage.setItem(MEMORY, kept); } catch { /* a browser that keeps nothing begins at the top */ }
  }

  function restore() {
    let kept = null;
    try {
      kept = JSON.parse(sessionStorage.getItem(MEMORY));
      sessionStorage.removeItem(MEMORY);
    } catch { /* nothing was kept */ }
    if (kept?.place !== place) return;
    document.querySelectorAll("details").forEach((details, index) => {
      if (index in kept.open) details.open = kept.open[index];
    });
    const back = () => scrollTo({ left: kept.x, top: kept.y, behavior: "instant" });
    back();
    addEventListener("load", back, { once: true });
  }

  function fold(event) {
    if (!event.target.closest("button")) return;
    const inner = root.getElementById("inhalt");
    inner.hidden = !inner.hidden;
    event.target.textContent = inner.hidden ? "Ausklappen" : "Einklappen";
    event.target.setAttribute("aria-expanded", String(!inner.hidden));
  }

  function show(state) {
    if (trouble.dataset.shown !== state.fehler) {
      trouble.dataset.shown = state.fehler;
      trouble.innerHTML = state.fehler;
      trouble.hidden = !state.fehler;
    }
    note.textContent = state.hinweis;
    note.hidden = !state.hinweis;
  }

  let stream = null;
  let lost = 0;

  function listen() {
    if (stream || document.visibilityState === "hidden") return;
    const address = new URL("ereignisse", prefix);
    address.search = new URLSearchParams({ seite: location.pathname, stand: script.dataset.stand });
    stream = new EventSource(address);
    stream.addEventListener("neu", () => {
      stream.close();
      remember();
      location.reload();
    });
    stream.addEventListener("lage", (event) => {
      clearTimeout(lost);
      lost = 0;
      show(JSON.parse(event.data));
    });
    stream.addEventListener("error", () => {
      lost ||= setTimeout(() => show({ fehler: "", hinweis: "Die Vorschau läuft nicht mehr." }), 2000);
      if (stream?.readyState === EventSource.CLOSED) {
        stop();
        setTimeout(listen, 2000);
      }
    });
  }

  function stop() {
    stream?.close();
    stream = null;
  }

  // A browser keeps few connections to a server open: those in the background let go of theirs, and ask again when seen.
  document.addEventListener("visibilitychange", () => (document.visibilityState === "hidden" ? stop() : listen()));
  trouble.addEventListener("click", fold);
  restore();
  listen();
})();
