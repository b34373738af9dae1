// Eleventy as its users set it up for large sites: templates in JavaScript (its fastest kind), Markdown that no second
// template language looks through, one walk over all pages for what links to them.
import { indexOf } from "./vorlagen/verzeichnis.js";

export default function (config) {
  config.setQuietMode(true);
  config.addGlobalData("layout", "seite.11ty.js");
  config.addCollection("verzeichnis", (api) => indexOf(api.getAll()));
  config.addCollection("listen", (api) => indexOf(api.getAll()).lists);
  config.addCollection("daten", (api) => api.getAll().filter((page) => page.data.params?.label));
  if (!process.env.MIT_DATEN) config.ignores.add("inhalt/daten.11ty.js");
  return {
    dir: { input: "inhalt", includes: "../vorlagen", layouts: "../vorlagen", output: "public" },
    markdownTemplateEngine: false,
    templateFormats: ["md", "11ty.js"],
  };
}
