// Makes a YAML text say something else, touching as few lines as can be: what has not changed stays as somebody wrote it,
// and no comment is lost. The rules are those of the command line.
import { isMap, isSeq } from "yaml";

import { behind, block, endsNew, hintOf, inBrackets, item, pair } from "./layout.js";
import { Places } from "./places.js";
import { isEmpty, plain, read } from "./read.js";
import { align, clean, same } from "./values.js";

const REFUSED = "Diese Datei lässt sich im Formular nicht ändern; ändern Sie die Stelle in der Datei selbst.";

/**
 * Change what a YAML text says.
 * @param {string} text The YAML as it stands in the file.
 * @param {object | unknown[]} value What it shall say.
 * @returns {string} The text; lines that say the same as before are the same to the byte.
 * @throws {Error} In German, when it cannot be read or changed safely.
 */
export function change(text, value) {
  const { root, comments } = read(text);
  const wanted = clean(value);
  if (same(plain(root), wanted)) return text;
  if (wanted === undefined) throw new Error("Danach wäre die Datei leer.");
  const changed = new Change(text, comments).run(root, wanted);
  const now = read(changed);
  const texts = (list) => JSON.stringify(list.map((comment) => comment.text).sort());
  if (!same(plain(now.root), wanted) || texts(now.comments) !== texts(comments)) throw new Error(REFUSED);
  return changed;
}

/** The text of a new file: a list or a table. */
export function write(value, apart = false) {
  const wanted = clean(value);
  if (wanted === undefined) throw new Error("Die Datei wäre leer.");
  if (Array.isArray(wanted) && apart) return wanted.map((entry) => `${block([entry], 0).join("\n")}\n`).join("\n");
  return `${block(wanted, 0).join("\n")}\n`;
}

class Change {
  constructor(text, comments) {
    this.text = text;
    this.places = new Places(text, comments);
    this.comments = comments;
    /** Begin, end, and what goes there instead; none inside another. */
    this.splices = [];
  }

  run(root, wanted) {
    if (!this.#inside(root, wanted)) throw new Error(REFUSED);
    let { text } = this;
    for (const [start, end, added] of this.splices.toSorted((a, b) => b[0] - a[0] || b[1] - a[1])) {
      text = text.slice(0, start) + added + text.slice(end);
    }
    return text;
  }

  /** Change what is inside a list or a table; false when it has to be written anew. */
  #inside(node, wanted) {
    if (isMap(node) && !node.flow && wanted && typeof wanted === "object" && !Array.isArray(wanted)) {
      if (!node.items.some(({ key }) => key.value in wanted)) return false;
      this.#table(node, wanted);
      return true;
    }
    if (isSeq(node) && !node.flow && Array.isArray(wanted)) {
      const old = node.items.map((entry) => plain(entry) ?? "");
      const origins = align(old, wanted);
      if (origins.every((origin) => origin === null)) return false;
      this.#list(node, old, wanted, origins);
      return true;
    }
    return false;
  }

  #value(node, wanted, place) {
    if (same(plain(node), wanted)) return;
    if (!this.#inside(node, wanted)) this.#writeAnew(node, wanted, place);
  }

  #table(node, wanted) {
    const indent = this.places.column(node.items[0].key.range[0]);
    const keys = node.items.map(({ key, value, srcToken }) => ({
      name: key.value,
      start: key.range[0],
      behind: this.places.mark(srcToken.sep, "map-value-ind") + 1,
      value,
      stays: key.value in wanted || isEmpty(value),
    }));
    for (const key of keys) {
      if (!(key.name in wanted)) continue;
      this.#value(key.value, wanted[key.name], { ...key, indent, hint: hintOf(key.name), dash: false });
    }
    this.#takeAway(keys, indent);
    const order = Object.keys(wanted);
    for (const [number, name] of order.entries()) {
      if (keys.some((key) => key.name === name)) continue;
      const lines = pair(name, wanted[name], indent);
      const before = keys.filter((key) => key.stays && order.slice(0, number).includes(key.name));
      const last = before.toSorted((a, b) => order.indexOf(a.name) - order.indexOf(b.name)).at(-1);
      if (last) this.#insertAfter(this.places.end(last, indent), lines);
      else this.#insertBefore(Math.min(...keys.filter((key) => key.stays).map((key) => key.start)), lines, indent);
    }
  }

  #list(node, old, wanted, origins) {
    const dashes = node.srcToken.items
      .map(({ start }) => this.places.mark(start, "seq-item-ind"))
      .filter((dash) => dash !== undefined);
    const indent = this.places.column(dashes[0]);
    const stay = new Set(origins.filter((origin) => origin !== null));
    const entries = node.items.map((value, number) => ({
      start: dashes[number],
      behind: dashes[number] + 1,
      value,
      stays: stay.has(number),
    }));
    for (const [number, origin] of origins.entries()) {
      if (origin !== null) this.#value(entries[origin].value, wanted[number], { ...entries[origin], indent, dash: true });
    }
    this.#takeAway(entries, indent);
    const apart = this.places.areApart(dashes) ? [""] : [];
    let last = null;
    for (const [number, origin] of origins.entries()) {
      if (origin !== null) {
        last = entries[origin];
        continue;
      }
      const lines = item(wanted[number], indent);
      if (last) this.#insertAfter(this.places.end(last, indent), [...apart, ...lines]);
      else this.#insertBefore(entries[Math.min(...stay)].start, [...lines, ...apart], indent);
    }
  }

  /** Write a whole value instead of another; the comments in it stay in its place. */
  #writeAnew(node, wanted, place) {
    if (endsInLine(node, wanted, place.hint)) wanted += "\n";
    const last = Math.max(this.places.contentEnd(node), place.behind);
    const column = this.places.column(place.behind);
    const brackets = isSeq(node) && node.flow ? inBrackets(wanted, column, place.indent) : null;
    let [head, below] = brackets ?? ["", []];
    if (brackets === null && place.dash && typeof wanted !== "string") {
      const [first, ...rest] = item(wanted, place.indent);
      [head, below] = [first.trimStart().slice(1), rest];
    } else if (brackets === null) {
      [head, below] = behind(wanted, column, place.indent, blockHint(node) ?? place.hint);
    }
    const lineEnd = this.places.lineEnd(last);
    const kept = [
      ...this.comments.filter(({ start }) => place.behind <= start && start < lineEnd),
      ...this.places.deeper(lineEnd, place.indent),
    ];
    const end = Math.max(last, ...kept.map((comment) => comment.end));
    const firstLine = this.places.lineEnd(place.behind);
    const beside = kept.find(({ start }) => start < firstLine || (start < lineEnd && !this.places.standsAlone(start)));
    const others = kept.filter((comment) => comment !== beside);
    this.splices.push([
      place.behind,
      end,
      head + (beside ? this.places.blanksBefore(beside.start) + beside.text : "") + below.map((l) => `\n${l}`).join(""),
    ]);
    if (others.length) this.#keep(others, place.start, end, place.indent);
  }

  /** Put comments above a key or a dash; below, where another dash begins the line. */
  #keep(kept, start, end, indent) {
    const begin = this.places.lineStart(start);
    const lines = kept.map((comment) => " ".repeat(indent) + comment.text);
    if (this.text.slice(begin, start).trim()) this.#add(end, lines.map((line) => `\n${line}`).join(""));
    else this.#add(begin, lines.map((line) => `${line}\n`).join(""));
  }

  /** Delete the keys or entries that do not stay. */
  #takeAway(entries, indent) {
    let run = [];
    for (const entry of [...entries, { stays: true, start: null }]) {
      if (!entry.stays) {
        run.push(entry);
        continue;
      }
      if (run.length) this.#delete(run, entry.start, indent);
      run = [];
    }
  }

  #delete(run, following, indent) {
    const { start } = run[0];
    let begin = this.places.lineStart(start);
    if (this.text.slice(begin, start).trim() && following !== null) {
      // It stands behind a dash, and so will what follows.
      const kept = this.comments.filter((comment) => start <= comment.start && comment.start < following);
      this.splices.push([start, following, kept.map(({ text }) => `${text}\n${" ".repeat(indent)}`).join("")]);
      return;
    }
    let end = this.places.end(run.at(-1), indent);
    const kept = this.comments.filter((comment) => start <= comment.start && comment.start < end);
    const lines = kept.map(({ text }) => " ".repeat(indent) + text);
    if (begin === 0) {
      end = Math.min(end + 1, this.text.length);
      this.splices.push([0, end, lines.map((line) => `${line}\n`).join("")]);
      return;
    }
    const above = /\n(?:[ \t]*\n)+$/.exec(this.text.slice(0, begin));
    // The blank lines above go too; those below still part what remains.
    if (!kept.length && above) begin = above.index + 1;
    this.splices.push([begin - 1, end, lines.map((line) => `\n${line}`).join("")]);
  }

  #insertAfter(end, lines) {
    this.#add(end, lines.map((line) => `\n${line}`).join(""));
  }

  #insertBefore(start, lines, indent) {
    const [first, ...rest] = lines;
    this.#add(start, `${[first.slice(indent), ...rest].join("\n")}\n${" ".repeat(indent)}`);
  }

  /** Put something in, behind what was put into the same place before. */
  #add(place, added) {
    const there = this.splices.find(([start, end]) => start === place && end === place);
    if (there) there[2] += added;
    else this.splices.push([place, place, added]);
  }
}

const blockHint = (node) => ({ BLOCK_LITERAL: "lines", BLOCK_FOLDED: "folded" })[node?.type];

/** Whether a text ends with a line end, as it did before; a new one does when each of its lines stands for itself. */
function endsInLine(node, wanted, hint) {
  if (typeof wanted !== "string") return false;
  return blockHint(node) ? node.value.endsWith("\n") : endsNew(wanted, hint);
}
