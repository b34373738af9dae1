// What a form hands over, as the content knows it: texts without blanks around them, and nothing where nothing was
// filled in.

/**
 * A value without what is empty in it.
 * @param {unknown} value Texts, lists and tables, as a form gives them.
 * @returns {unknown} The same as texts, lists and tables; undefined when nothing is left.
 */
export function clean(value) {
  if (value === null || value === undefined) return undefined;
  if (Array.isArray(value)) {
    const entries = value.map(clean).filter((entry) => entry !== undefined);
    return entries.length ? entries : undefined;
  }
  if (typeof value === "object") {
    const pairs = Object.entries(value).map(([key, inner]) => [key, clean(inner)]);
    const filled = pairs.filter(([, inner]) => inner !== undefined);
    return filled.length ? Object.fromEntries(filled) : undefined;
  }
  return String(value).replace(/\r\n?/g, "\n").normalize("NFC").trim() || undefined;
}

/** Whether two values say the same; empty ones and blanks around a text say nothing, nor does the order of keys. */
export const same = (one, other) => name(clean(one)) === name(clean(other));

function name(value) {
  return JSON.stringify(value, (_, inner) =>
    inner && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

const NAMES = ["kennung", "nummer", "id", "massnahme", "akteur", "verweis", "dokument", "einzahl"];

/** What tells an entry of a list from the others, if it has such a key. */
export function nameOf(value) {
  const key = value && typeof value === "object" ? NAMES.find((one) => typeof value[one] === "string") : undefined;
  return key && `${key}=${value[key]}`;
}

/**
 * For each entry of a new list the place of the old entry that it stands for; null for new ones. The places rise, so an
 * entry that moved is written anew.
 * @param {unknown[]} before The old list.
 * @param {unknown[]} after The new list.
 * @returns {(number | null)[]}
 */
export function align(before, after) {
  const origins = new Array(after.length).fill(null);
  const anchors = [...common(before, after), [before.length, after.length]];
  let [first, begin] = [0, 0];
  for (const [last, end] of anchors) {
    between(before, after, first, last, begin, end, origins);
    if (end < after.length) origins[end] = last;
    [first, begin] = [last + 1, end + 1];
  }
  return origins;
}

/** Pairs of what differs between two places where both lists say the same. */
function between(before, after, first, last, begin, end, origins) {
  if (last - first === end - begin) {
    for (let step = 0; step < last - first; step += 1) origins[begin + step] = first + step;
    return;
  }
  let free = first;
  for (let here = begin; here < end; here += 1) {
    const wanted = nameOf(after[here]);
    let place = free;
    while (place < last && !(wanted && nameOf(before[place]) === wanted)) place += 1;
    if (place < last) {
      origins[here] = place;
      free = place + 1;
    }
  }
}

/** The longest row of entries that both lists have in the same order, as pairs of places. */
function common(before, after) {
  const [old, now] = [before, after].map((list) => list.map((entry) => name(clean(entry))));
  const lengths = Array.from({ length: old.length + 1 }, () => new Uint32Array(now.length + 1));
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      lengths[i][j] =
        old[i] === now[j] ? lengths[i + 1][j + 1] + 1 : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
    }
  }
  const pairs = [];
  for (let i = 0, j = 0; i < old.length && j < now.length; ) {
    if (old[i] === now[j]) pairs.push([i++, j++]);
    else if (lengths[i + 1][j] >= lengths[i][j + 1]) i += 1;
    else j += 1;
  }
  return pairs;
}
