// The file formats of the content, as the form knows them: a file with keys, a file that is a list, and a page of
// Markdown with a head. A form hands over only values, so the text that was read travels along with them in a key of its
// own; what is saved is that text with the changed values in it.
import { change, write } from "./change.js";
import { plain, read } from "./read.js";
import { clean, same } from "./values.js";

/** The key that holds the text a file had; it is in no form and is never written. */
export const SOURCE = "_quelltext";
/** The field of the form that holds a file's list. */
export const ENTRIES = "eintraege";

const HEAD = /^---[ \t]*\n([\s\S]*?)^---[ \t]*(?:\n|$)/m;

const OLD =
  "Diese Änderungen beruhen auf einem älteren Stand der Datei; seitdem hat sie jemand anders geändert. Kopieren Sie, was " +
  "Sie behalten wollen, laden Sie die Seite neu und verwerfen Sie den Entwurf.";

/** All texts that files had since the page was loaded. A draft that was kept longer may come from another. */
const current = new Set();

/** What a file says, with its text; `keys` are those that a form must not change once a file has them. */
function withKeys(keys, parts) {
  const opened = (text) => {
    const found = parts.split(`${text}\n`);
    const data = plain(read(found.yaml).root);
    if (!data || typeof data !== "object") throw new Error("Die Datei ist leer.");
    return { ...found, data };
  };
  return {
    fromFile(text) {
      current.add(text);
      try {
        const { data, below } = opened(text);
        return { ...parts.values(data, below), [SOURCE]: text };
      } catch (error) {
        // Left out, it would seem not to exist and be written anew. So it is listed by what is wrong with it; saved it is
        // not, for its text is read again then.
        return { titel: error.message, [SOURCE]: text };
      }
    },
    toFile({ [SOURCE]: source, ...values }) {
      if (source === undefined) return parts.fresh(values);
      if (!current.has(source)) throw new Error(OLD);
      const before = opened(source);
      for (const key of keys) {
        if (!same(before.data[key], values[key])) throw new Error(fixed(key, before.data[key]));
      }
      return parts.join(before, values);
    },
  };
}

const fixed = (key, old) =>
  `„${key}“ steckt in der Adresse der Seite und im Namen der Datei und bleibt darum „${old}“. ` +
  "Ändern lässt es sich mit „kek umbenennen“.";

/** A file with keys: a measure, a field of action, the concept. */
export const table = (keys) =>
  withKeys(keys, {
    split: (yaml) => ({ yaml }),
    values: (data) => data,
    fresh: (values) => write(values),
    join: ({ yaml }, values) => change(yaml, values),
  });

/** A file that is a list: actors, places. `apart` says whether blank lines part the entries of a new one. */
export const list = (apart) =>
  withKeys([], {
    split: (yaml) => ({ yaml }),
    values: (data) => ({ [ENTRIES]: data }),
    fresh: (values) => write(values[ENTRIES] ?? [], apart),
    join: ({ yaml }, values) => change(yaml, values[ENTRIES] ?? []),
  });

/** A page: a head of keys, and Markdown below it, which the form calls `body`. */
export const page = (body) =>
  withKeys([], {
    split(text) {
      const found = HEAD.exec(text);
      if (!found || found.index) throw new Error("Der Kopf der Seite fehlt: ---, Zeilen wie „titel: …“, dann wieder ---.");
      const start = text.indexOf("\n") + 1;
      const below = text.slice(found[0].length);
      return { yaml: found[1], before: text.slice(0, start), after: text.slice(start + found[1].length), below };
    },
    values: (data, below) => ({ ...data, [body]: below.trim() }),
    fresh: ({ [body]: below, ...values }) => `---\n${write(values)}---\n\n${clean(below) ?? ""}\n`,
    join({ yaml, before, after, below }, { [body]: text, ...values }) {
      const kept = same(below, text) ? after : after.slice(0, after.length - below.trimStart().length) + `${clean(text) ?? ""}\n`;
      return before + change(yaml, values) + kept;
    },
  });
