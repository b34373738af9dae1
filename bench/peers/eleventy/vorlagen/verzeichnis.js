// What links to each page, and the lists of each section in pages of 100: computed once, asked by every template.
const known = new WeakMap();
const PER_PAGE = 100;

export function indexOf(all) {
  if (!known.has(all)) known.set(all, build(all));
  return known.get(all);
}

function build(all) {
  const pages = new Map();
  const back = new Map();
  const counties = new Map();
  const sections = new Map();
  const add = (to, link) => (back.has(to) ? back.get(to).push(link) : back.set(to, [link]));
  for (const page of all) {
    const about = page.data.params;
    if (!about) continue;
    if (!about.label) {
      if (about.section) sections.set(`/${about.county}/${about.section}/`, sectionOf(page.data, about));
      else if (about.county) counties.set(about.county, page);
      continue;
    }
    pages.set(page.url, page);
    for (const fact of about.facts ?? [])
      for (const item of fact.items) if (item.to) add(item.to, { rel: fact.label, page });
    for (const group of about.groups ?? [])
      for (const item of group.items) if (item.to) add(item.to, { rel: "group", page, row: group.title });
    for (const quadrant of about.statements ?? [])
      for (const one of quadrant.items)
        for (const to of one.answers) add(to, { rel: "answer", page, one, row: quadrant.title });
    for (const step of about.steps ?? []) for (const part of step.parts) add(part.to, { rel: "Beteiligte", page });
    for (const to of about.mentions ?? []) add(to, { rel: "Hier erwähnt", page });
  }
  for (const page of pages.values()) sections.get(`/${page.data.params.county}/${page.data.params.section}/`)?.items.push(page);
  return { pages, back, counties, sections, lists: [...sections.values()].flatMap(pagesOf), of: (url) => back.get(url) ?? [] };
}

// Sections have no page of their own: listen.11ty.js makes their lists.
function sectionOf(data, about) {
  return { url: `/${about.county}/${about.section}/`, title: data.title, weight: data.weight, about, items: [] };
}

function pagesOf({ url, title, about, items }) {
  items.sort((one, other) => one.data.title.localeCompare(other.data.title, "de"));
  const count = Math.max(1, Math.ceil(items.length / PER_PAGE));
  return Array.from({ length: count }, (_, number) => ({
    about, title, base: url, number: number + 1, count,
    url: number ? `${url}page/${number + 1}/` : url,
    items: items.slice(number * PER_PAGE, (number + 1) * PER_PAGE),
  }));
}
