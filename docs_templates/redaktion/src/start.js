// Starts the web form with the site's configuration, which lies beside it.
import "./german.js";

import CMS from "@sveltia/cms";

import { withOptions } from "./config.js";
import { list, page, table } from "./format.js";

/** A format that says what keeps a file from being saved: Sveltia CMS itself only says that something went wrong. */
const told = ({ fromFile, toFile }) => ({
  fromFile,
  toFile(value) {
    try {
      return toFile(value);
    } catch (error) {
      alert(error.message);
      throw error;
    }
  },
});

const formats = {
  "kek-tabelle": ["yml", table(["nummer", "kennung"])],
  "kek-liste": ["yml", list(false)],
  "kek-liste-abstand": ["yml", list(true)],
  "kek-frontmatter": ["md", page("text")],
};
for (const [name, [extension, format]] of Object.entries(formats)) CMS.registerCustomFormat(name, extension, told(format));
const response = await fetch(new URL("konfiguration.json", import.meta.url));
CMS.init({ config: withOptions(await response.json()) });
