// Reads YAML as the build does: every scalar stays the text that was written, whatever it looks like. Each value knows
// its place, so that it can be changed there.
import { Parser, isMap, isScalar, isSeq, parseDocument } from "yaml";

/**
 * Read a YAML text.
 * @param {string} text The YAML.
 * @returns {{root: object, comments: {start: number, end: number, text: string}[]}} The tree, and all comments in order.
 * @throws {Error} In German, when it cannot be read.
 */
export function read(text) {
  const document = parseDocument(text, { schema: "failsafe", keepSourceTokens: true, prettyErrors: false });
  if (document.errors.length) {
    const line = text.slice(0, document.errors[0].pos[0]).split("\n").length;
    throw new Error(`Zeile ${line} ist kein gültiges YAML; „kek pruefen“ sagt, was dort falsch ist.`);
  }
  const comments = [...new Parser().parse(text)].flatMap((token) => [...commentsIn(token)]);
  return { root: document.contents, comments: comments.sort((one, other) => one.start - other.start) };
}

/** Whether nothing stands behind a key or a dash. */
export const isEmpty = (node) => !node || (isScalar(node) && node.type === "PLAIN" && node.value === "");

/** The plain data of a node: texts, lists and tables; undefined where nothing stands. */
export function plain(node) {
  if (isMap(node)) {
    const pairs = node.items.map(({ key, value }) => [key.value, plain(value)]);
    return Object.fromEntries(pairs.filter(([, value]) => value !== undefined));
  }
  if (isSeq(node)) return node.items.map((entry) => plain(entry) ?? "");
  return isEmpty(node) ? undefined : node.value;
}

function* commentsIn(token) {
  if (token.type === "comment") yield { start: token.offset, end: token.offset + token.source.length, text: token.source };
  const inner = ["props", "start", "key", "sep", "value", "items", "end"].flatMap((name) => token[name] ?? []);
  for (const part of inner) if (part && typeof part === "object") yield* commentsIn(part);
}
