// Bundles the web form: Sveltia CMS with our file formats, in files that a site can ship. What the form has no use for
// (other languages, pictures, maps, coloured code) is left out, so nothing would be fetched from another host for it.
// Beside them lie the licences of all that is inside. Usage: node buendeln.mjs ZIEL
import { build } from "esbuild";
import { copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

const here = import.meta.dirname;
const packages = join(here, "node_modules");
const cms = join(packages, "@sveltia/cms/npm");
const target = process.argv[2];

/** Modules that Sveltia loads when a picture, a map or coloured code is edited. There are none in this form. */
const UNUSED =
  /^(?:@shikijs\/.*|exifr\/.*|svgo\/browser|leaflet\/.*|terra-draw.*|\.\/chunks\/(?:shiki-engine|webp_enc|heic).*)$/;
/** English is inside anyway; of the others the form needs German. */
const LANGUAGES = /^\.\.\/locales\/[\w-]+\.json$/;
const GERMAN = "../locales/de.json";
const FONTS = /^(?:source-sans-3|noto-mono|material-symbols-outlined)[-.]/;

const fonts = readdirSync(join(cms, "assets")).filter((name) => FONTS.test(name) && name.endsWith(".woff2"));

/** Sveltia's code, with the typefaces that lie beside it instead of those of a content delivery network. */
function withOwnFonts(code) {
  const own = code.replace(/https:\/\/cdn\.jsdelivr\.net\/fontsource\/fonts\/([\w-]+)(?::vf)?@[\d.]+\/[\w-]+\.woff2/g, (_, family) => {
    return `assets/${fonts.find((name) => name.startsWith(family))}`;
  });
  if (own.includes("jsdelivr")) throw new Error("Sveltia CMS lädt etwas Neues von einem anderen Server: jsdelivr");
  return own;
}

const leaveOut = {
  name: "leave-out",
  setup({ onResolve, onLoad }) {
    for (const filter of [UNUSED, LANGUAGES]) {
      onResolve({ filter }, ({ path }) => (path === GERMAN ? undefined : { path: "unused", namespace: "unused" }));
    }
    onLoad({ filter: /.*/, namespace: "unused" }, () => ({ contents: "export default {};" }));
    onLoad({ filter: /@sveltia\/cms\/npm\/index\.js$/ }, ({ path }) => ({ contents: withOwnFonts(readFileSync(path, "utf8")) }));
  },
};

const result = await build({
  entryPoints: { redaktion: join(here, "src/start.js") },
  outdir: target,
  bundle: true,
  format: "esm",
  splitting: true,
  chunkNames: "teil-[hash]",
  target: "es2022",
  minify: true,
  legalComments: "eof",
  metafile: true,
  logLevel: "warning",
  plugins: [leaveOut],
});

mkdirSync(join(target, "assets"), { recursive: true });
for (const name of fonts) copyFileSync(join(cms, "assets", name), join(target, "assets", name));
writeFileSync(join(target, "LIZENZEN.txt"), licences());

/** The licences of all packages of which something is inside, and of the typefaces. */
function licences() {
  const inside = Object.keys(result.metafile.inputs).flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []);
  const texts = [...new Set(inside)].sort().map((name) => {
    const folder = join(packages, name);
    const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const file = readdirSync(folder).find((one) => /^licen[sc]e/i.test(one));
    return `${name} ${version} (${license})\n\n${file ? readFileSync(join(folder, file), "utf8").trim() : ""}`;
  });
  const fonts = readdirSync(join(cms, "assets")).filter((name) => FONTS.test(name) && name.endsWith(".LICENSE.txt"));
  texts.push(`In @sveltia/cms enthalten\n\n${[...contained()].sort().join("\n")}`);
  texts.push(...fonts.map((name) => `${basename(name, ".LICENSE.txt")}\n\n${readFileSync(join(cms, "assets", name), "utf8").trim()}`));
  return `${texts.join(`\n\n${"-".repeat(78)}\n\n`)}\n`;
}

/** The packages that Sveltia CMS has inside itself, with their versions; what they say of their licences stands in the code. */
function contained() {
  const maps = readdirSync(cms, { recursive: true }).map((name) => join(cms, name)).filter((name) => name.endsWith(".map"));
  const paths = maps.flatMap((path) => JSON.parse(readFileSync(path, "utf8")).sources);
  return new Set(paths.flatMap((path) => /\.pnpm\/((?:@[^@]+|[^@/]+)@[\d.]+)/.exec(path)?.[1]?.replace("+", "/") ?? []));
}
