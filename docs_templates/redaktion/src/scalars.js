// How a text is written in YAML: bare where YAML allows it, quoted where it needs quotes, folded or line by line where it
// is long. The rules are those of the command line, so a file looks the same whoever wrote it last.

/** Columns of a line, as in the content that is shipped. */
export const WIDTH = 120;

const NEEDS_QUOTES = new RegExp(
  [
    String.raw`^$|^\s|\s$`, // nothing, or blanks at an end
    String.raw`^[,[\]{}#&*!|>'"%@\x60]`, // marks that begin something else
    String.raw`^[-?:](?:\s|$)`, // of a list, a key or a value
    String.raw`^(?:---|\.\.\.)(?:\s|$)`, // of a document
    String.raw`:(?:\s|$)|\s#`, // a value or a comment begins
  ].join("|"),
);
const FLOW_MARKS = /[,[\]{}:?]/;
// eslint-disable-next-line no-control-regex
const ESCAPED = /[\x00-\x1f"\\\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g;
const ESCAPES = { "\n": "\\n", "\t": "\\t", "\r": "\\r", '"': '\\"', "\\": "\\\\" };

const needsEscapes = (text) => text.replaceAll('"', "").replaceAll("\\", "").search(ESCAPED) >= 0;

const escaped = (text) =>
  `"${text.replace(ESCAPED, (mark) => ESCAPES[mark] ?? `\\u${mark.charCodeAt(0).toString(16).padStart(4, "0")}`)}"`;

/**
 * A text in one line: bare or quoted.
 * @param {string} text Any text.
 * @param {boolean} flow Whether it stands in brackets, where more characters mean something.
 */
export function inline(text, flow = false) {
  if (needsEscapes(text)) return escaped(text);
  if (NEEDS_QUOTES.test(text) || (flow && FLOW_MARKS.test(text))) {
    return text.includes('"') || text.includes("\\") ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
  }
  return text;
}

/**
 * A text as it stands behind `key: ` or `- `.
 * @param {string} text Any text.
 * @param {number} column How many characters stand before it in its line.
 * @param {number} indent How many blanks stand before the lines below, if it needs some.
 * @param {"lines" | "folded" | undefined} hint How a text of several lines is written; by default by its form.
 * @returns {[string, string[]]} What stands in the line itself, and the lines below it.
 */
export function scalar(text, column, indent, hint) {
  const one = inline(text);
  if (!text.includes("\n")) {
    if (column + one.length > WIDTH && text.split(BREAK).length > 1) {
      const below = folded(text, indent);
      if (below) return [">-", below];
    }
    return [one, []];
  }
  const first = hint ?? (text.endsWith("\n") ? "lines" : "folded");
  for (const way of [first, "folded", "lines"]) {
    const body = text.endsWith("\n") ? text.slice(0, -1) : text;
    const below = body && !body.endsWith("\n") ? WAYS[way](body, indent) : null;
    if (below) {
      const mark = way === "folded" ? ">" : "|";
      const indicator = body.startsWith(" ") ? "2" : ""; // else YAML would take the blanks for indentation
      return [`${mark}${indicator}${text.endsWith("\n") ? "" : "-"}`, below];
    }
  }
  return [one, []];
}

/** Where a folded text may be broken: at a single blank. */
const BREAK = /(?<=\S) (?=\S)/;

/** The lines of a text that is filled up; null when folding would change it. */
function folded(text, indent) {
  const lines = [];
  for (const [number, line] of text.split("\n").entries()) {
    if (needsEscapes(line) || line !== line.replace(/^ +| +$/g, "")) return null;
    if (number) lines.push("");
    if (line) lines.push(...filled(line, indent));
  }
  return lines[0] && lines.at(-1) ? lines : null;
}

function filled(line, indent) {
  const lines = [];
  for (const word of line.split(BREAK)) {
    if (lines.length && lines.at(-1).length + 1 + word.length <= WIDTH) lines[lines.length - 1] += ` ${word}`;
    else lines.push(" ".repeat(indent) + word);
  }
  return lines;
}

/** The lines of a text as they are; null when they cannot stand so. */
function byLine(text, indent) {
  const lines = text.split("\n");
  if (!lines[0].replaceAll(" ", "") || lines.some(needsEscapes)) return null;
  return lines.map((line) => (line ? " ".repeat(indent) + line : ""));
}

const WAYS = { folded, lines: byLine };
