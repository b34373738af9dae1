// A JSON file for every page, as this program writes.
import { SITE } from "../vorlagen/teile.js";

export const data = {
  layout: false,
  pagination: { data: "collections.daten", size: 1, alias: "seite" },
  permalink: ({ seite }) => `${seite.url}index.json`,
  eleventyExcludeFromCollections: true,
};

export function render({ seite }) {
  return JSON.stringify({ title: seite.data.title, url: SITE + seite.url, ...seite.data.params }, null, 2);
}
