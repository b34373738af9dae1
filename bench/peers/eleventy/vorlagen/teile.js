// Small parts of pages.
import markdownIt from "markdown-it";

const markdown = markdownIt();
const MARKS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;" };

export const SITE = "https://kek.example.org";
export const NAME = "Kreisentwicklung online";
export const esc = (text) => String(text ?? "").replace(/[&<>"]/g, (mark) => MARKS[mark]);
export const text = (value) =>
  value && (value.includes("](") || value.includes("*")) ? markdown.renderInline(value) : esc(value);
export const plain = (value) => esc((value ?? "").replace(/\[([^\]]*)\]\([^)]*\)/g, "$1"));
export const each = (list, render) => (list ?? []).map(render).join("\n");
export const number = (page) => (page.data.params.number ? `<span class="kek-number">${esc(page.data.params.number)}</span> ` : "");
export const link = (page) => `<a href="${page.url}">${number(page)}${esc(page.data.title)}</a>`;
export const statement = ({ page, one, row }) =>
  `<a href="${page.url}#${one.id}"><span class="kek-number">${row}</span> ${plain(one.text)}</a>`;
export const heading = (id, title) =>
  `<div class="kek-heading"><h2 id="${id}">${title}</h2><a class="kek-anchor" href="#${id}" aria-label="Link zu diesem Abschnitt: ${title}"></a></div>`;
export const tags = (list) => `<p class="kek-tags">${each(list, (tag) => `<span class="kek-tag">${esc(tag)}</span> `)}</p>`;
