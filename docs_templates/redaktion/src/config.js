// The configuration of the site with its lists of options in their places. Each list stands once in the file and may be
// needed in a hundred places.

const OPTIONS = "$auswahl";

/**
 * Put lists of options into their places.
 * @param {object} configuration The configuration as it was fetched, with the lists under `auswahl`.
 * @returns {object} The configuration as Sveltia CMS takes it.
 */
export function withOptions({ auswahl: lists, ...config }) {
  const filled = (value) => {
    if (Array.isArray(value)) return value.map(filled);
    if (!value || typeof value !== "object") return value;
    if (OPTIONS in value) return lists[value[OPTIONS]];
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, filled(inner)]));
  };
  return filled(config);
}
