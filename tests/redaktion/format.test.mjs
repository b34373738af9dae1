// What the form's file formats do with the files that are shipped, and with files that people have written.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { test } from "node:test";

import { ENTRIES, SOURCE, list, page, table } from "./src/format.js";

const LISTS = ["akteure.yml", "orte.yml", "glossar.yml", "aufgehoben.yml", "synonyme.yml"];
const tables = table(["nummer", "kennung"]);
const lists = list(true);
const pages = page("text");

const shipped = readdirSync(process.env.CONTENT, { recursive: true })
  .filter((name) => /\.(?:yml|md)$/.test(name))
  .map((name) => ({ name, text: readFileSync(join(process.env.CONTENT, name), "utf8") }));

const formatOf = (name) => (name.endsWith(".md") ? pages : LISTS.includes(basename(name)) ? lists : tables);

// As Sveltia CMS does it: without blanks at the ends, and with one line end when it saves.
const opened = (format, text) => structuredClone(format.fromFile(text.trim()));
const saved = (format, values) => `${format.toFile(values).trim()}\n`;

/** All texts in a value, each with a way to change it. */
function* texts(value) {
  for (const [key, inner] of Object.entries(value)) {
    if (key === SOURCE || ["nummer", "kennung"].includes(key)) continue;
    if (typeof inner === "string") yield [inner, (text) => (value[key] = text)];
    else yield* texts(inner);
  }
}

const changes = (before, after) => {
  const [old, now] = [before, after].map((text) => text.split("\n"));
  while (old.length && now.length && old[0] === now[0]) [old.shift(), now.shift()];
  while (old.length && now.length && old.at(-1) === now.at(-1)) [old.pop(), now.pop()];
  return [old, now];
};

test("every shipped file that is opened and saved stays the same to the byte", () => {
  assert.ok(shipped.length > 100);
  for (const { name, text } of shipped) {
    const format = formatOf(name);
    assert.equal(saved(format, opened(format, text)), text, name);
  }
});

test("keys in another order, empty fields and blanks around texts change nothing", () => {
  for (const { name, text } of shipped) {
    const format = formatOf(name);
    const { [SOURCE]: source, ...values } = opened(format, text);
    const shuffled = Object.fromEntries(Object.entries({ ...values, gibtesnicht: "", leer: [], nichts: {} }).reverse());
    assert.equal(saved(format, { ...shuffled, [SOURCE]: source }), text, name);
  }
});

test("one changed text changes the lines of this text and no other", () => {
  let [lines, refilled] = [0, 0];
  for (const { name, text } of shipped) {
    const format = formatOf(name);
    const all = [...texts(opened(format, text))].length;
    for (let number = 0; number < all; number += Math.ceil(all / 2)) {
      const values = opened(format, text);
      const [old, put] = [...texts(values)][number];
      put(`${old.trim().slice(0, -1)}Q`);
      const [gone, come] = changes(text, saved(format, values));
      if (gone.length === 1 && come.length === 1) lines += 1;
      else {
        // A text that somebody has filled in another way is filled anew; nothing around it changes.
        const words = (list) => list.join(" ").split(/\s+/).join(" ").trim();
        assert.ok(words(old.split("\n")).includes(words(gone.slice(1, -1))), `${name}: ${gone.join("\n")}`);
        refilled += 1;
      }
    }
  }
  assert.ok(lines > 150 && refilled < lines / 8, `${lines} lines, ${refilled} texts`);
});

test("what a file says after a change is what the form says", () => {
  for (const { name, text } of shipped) {
    const format = formatOf(name);
    const { [SOURCE]: source, ...values } = opened(format, text);
    values.neu = "Zeile: eins\n\n# zwei";
    if (format === lists) values[ENTRIES].push({ kennung: "neu", name: "Neu & <neu>" });
    const { [SOURCE]: _, ...now } = opened(format, saved(format, { ...values, [SOURCE]: source }));
    if (format === lists) delete values.neu;
    const said = (value) => JSON.stringify(value, (_, v) => (typeof v === "string" ? v.trim() : v));
    assert.deepEqual(JSON.parse(said(now)), JSON.parse(said(values)), name);
  }
});

const HANDWRITTEN = `# yaml-language-server: $schema=../schema/massnahme.json
nummer: 1-2   # bleibt
titel: 'Altes "Haus"' # Name
# über den Orten
orte: [musterdorf, musterstadt]
kurz: >-
  Zwei Zeilen, die
  gefüllt sind.

punkte:
# erster
- text: eins
- text: zwei # hinten
  punkte:
    - text: tief
`;

test("comments, quotes, brackets and blank lines stay as they were written", () => {
  const values = opened(tables, HANDWRITTEN);
  values.punkte[1].punkte[0].text = "tiefer";
  assert.equal(saved(tables, values), HANDWRITTEN.replace("text: tief", "text: tiefer"));
});

test("a list in brackets stays in brackets", () => {
  const values = opened(tables, HANDWRITTEN);
  values.orte.push("x");
  assert.equal(saved(tables, values), HANDWRITTEN.replace("musterstadt]", "musterstadt, x]"));
});

test("an entry that goes takes its lines with it and leaves its comments", () => {
  const values = opened(tables, HANDWRITTEN);
  values.punkte.splice(0, 1);
  assert.equal(saved(tables, values), HANDWRITTEN.replace("- text: eins\n", ""));
});

test("a key goes where the form has it, and goes again when it is emptied", () => {
  const values = opened(tables, HANDWRITTEN);
  const ordered = { nummer: values.nummer, titel: values.titel, phase: "geplant", ...values };
  const grown = saved(tables, ordered);
  assert.equal(grown, HANDWRITTEN.replace("# Name\n", "# Name\nphase: geplant\n"));
  assert.equal(saved(tables, { ...opened(tables, grown), phase: "" }), HANDWRITTEN);
});

test("scalars stay texts, whatever they look like", () => {
  const text = "nummer: 1.10\nan: no\nags: 07131001\nzeit: 12:30\nleer:\ndatum: 2020-01-01\n";
  const { [SOURCE]: _, ...values } = opened(tables, text);
  assert.deepEqual(values, { nummer: "1.10", an: "no", ags: "07131001", zeit: "12:30", datum: "2020-01-01" });
});

test("plain language keeps its lines", () => {
  const values = opened(tables, "nummer: 1-1\nleicht: |\n  Ein Satz.\n  Noch einer.\n");
  values.leicht = "Ein Satz.\nEin neuer Satz.\nNoch einer.";
  assert.equal(
    saved(tables, values),
    "nummer: 1-1\nleicht: |\n  Ein Satz.\n  Ein neuer Satz.\n  Noch einer.\n",
  );
});

test("a number that a file has cannot be changed, and the form says how it can", () => {
  const values = opened(tables, HANDWRITTEN);
  values.nummer = "1-3";
  assert.throws(() => tables.toFile(values), /„nummer“.*„1-2“.*kek umbenennen/);
});

test("a draft of a file that somebody else has changed since is not saved over it", () => {
  const values = opened(tables, "nummer: 7-7\ntitel: Alt\n");
  const kept = { ...values, [SOURCE]: "nummer: 7-7\ntitel: Noch älter" };
  assert.throws(() => tables.toFile(kept), /älteren Stand/);
  assert.equal(saved(tables, { ...values, titel: "Neu" }), "nummer: 7-7\ntitel: Neu\n");
});

test("a new thing is written in the layout of new files", () => {
  assert.equal(
    saved(tables, { nummer: "1-9", titel: "Neu: ja", kurz: "", orte: ["a"], punkte: [{ text: "eins", punkte: [] }] }),
    'nummer: 1-9\ntitel: "Neu: ja"\norte:\n  - a\npunkte:\n  - text: eins\n',
  );
  assert.equal(saved(lists, { [ENTRIES]: [{ kennung: "a" }, { kennung: "b" }] }), "- kennung: a\n\n- kennung: b\n");
  assert.equal(saved(pages, { titel: "Neu", text: "## Absatz\n\nText." }), "---\ntitel: Neu\n---\n\n## Absatz\n\nText.\n");
});

test("the text of a page changes without its head, and the head without the text", () => {
  const text = "---\ntitel: Alt # hier\n---\n\nErster.\n\nZweiter.\n";
  assert.equal(saved(pages, { ...opened(pages, text), text: "Erster.\n\nDritter." }), text.replace("Zweiter", "Dritter"));
  assert.equal(saved(pages, { ...opened(pages, text), titel: "Neu" }), text.replace("Alt", "Neu"));
});

test("a file that cannot be read is listed by what is wrong with it, and is never written over", () => {
  for (const [format, text, told] of [
    [tables, "a: 1\nb: [\n", /^Zeile \d+ ist kein gültiges YAML/],
    [lists, "- a: 1\n  a: 2\n", /^Zeile 2 ist kein gültiges YAML/],
    [tables, "# nichts", /^Die Datei ist leer/],
    [pages, "Nur Text.", /^Der Kopf der Seite fehlt/],
  ]) {
    const values = opened(format, text);
    assert.match(values.titel, told);
    assert.throws(() => format.toFile({ ...values, [ENTRIES]: [{ kennung: "neu" }], text: "Neu" }), { message: told });
  }
});
