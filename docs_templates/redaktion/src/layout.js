// Writes lists and keys in lines, indented by two. The order of the keys is that of the form's fields.
import { WIDTH, inline, scalar } from "./scalars.js";

const STEP = 2;
const LINE_BY_LINE = new Set(["leicht"]);

const blanks = (count) => " ".repeat(count);
const isText = (value) => typeof value === "string";

/** How a text of several lines is written behind a key. */
export const hintOf = (key) => (LINE_BY_LINE.has(key) ? "lines" : undefined);

/** Whether a new text ends with a line end: where each of several lines stands for itself. */
export const endsNew = (text, hint) => hint === "lines" && text.includes("\n");

/** The lines of a list or a table that is not empty. */
export function block(value, indent) {
  return Array.isArray(value)
    ? value.flatMap((entry) => item(entry, indent))
    : Object.entries(value).flatMap(([key, inner]) => pair(key, inner, indent));
}

/** The lines of a key with its value. */
export function pair(key, value, indent) {
  const name = inline(key);
  const text = isText(value) && endsNew(value, hintOf(key)) ? `${value}\n` : value;
  const [head, below] = behind(text, indent + name.length + 1, indent, hintOf(key));
  return [`${blanks(indent)}${name}:${head}`, ...below];
}

/** The lines of an entry of a list; its dash is indented. */
export function item(value, indent) {
  if (!isText(value)) {
    const [first, ...rest] = block(value, indent + STEP);
    return [`${blanks(indent)}- ${first.trimStart()}`, ...rest];
  }
  const [head, below] = behind(value, indent + 1, indent);
  return [`${blanks(indent)}-${head}`, ...below];
}

/**
 * A value as it stands behind `key:`.
 * @returns {[string, string[]]} What follows in the same line, and the lines below.
 */
export function behind(value, column, indent, hint) {
  if (!isText(value)) return ["", block(value, indent + STEP)];
  const [head, below] = scalar(value, column + 1, indent + STEP, hint);
  return [` ${head}`, below];
}

/**
 * A list of texts in brackets, as it stands behind `key:`.
 * @returns {[string, string[]] | null} What follows in the same line, and the lines below; null for anything else.
 */
export function inBrackets(value, column, indent) {
  if (!Array.isArray(value) || !value.length || !value.every(isText)) return null;
  const [first, ...rest] = value.map((word) => inline(word, true));
  const lines = [` [${first}`];
  for (const word of rest) {
    const before = lines.length === 1 ? column : 0;
    if (before + lines.at(-1).length + 2 + word.length + 1 <= WIDTH) {
      lines[lines.length - 1] += `, ${word}`;
    } else {
      lines[lines.length - 1] += ",";
      lines.push(blanks(indent + STEP) + word);
    }
  }
  lines[lines.length - 1] += "]";
  return [lines[0], lines.slice(1)];
}
