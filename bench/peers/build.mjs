// Builds the pages that the story is measured against: node build.mjs PACKAGES DATA OUT
//
// Each is written as a newsroom's developer would who minds the reader's line: words and styles in the page, one small
// module that draws the map and answers, charts and zoom loaded when they are needed; tree-shaken, minified, data in the
// shortest form.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { land } from "./land.mjs";
import { CHARTS, cards, chapterOf, charts, heading, opening, plain, readStory, sections, shade } from "./story.mjs";
import { page } from "./page.mjs";

const [packages, data, out] = process.argv.slice(2);
const here = fileURLToPath(new URL(".", import.meta.url));
const PEERS = ["d3", "echarts"];

const require = createRequire(join(packages, "any.js"));
const esbuild = require("esbuild");
const library = (name) => {
  const { module } = JSON.parse(readFileSync(join(packages, name, "package.json"), "utf8"));
  return import(pathToFileURL(join(packages, name, module)));
};
const libraries = { geo: await library("d3-geo"), topojson: await library("topojson-client") };

const story = readStory(data);
story.plain = (prose) => plain(story, prose);
const opens = opening(story);
opens.categories = new Set(opens.map.places.map((id) => story.all.places.get(id).category));
const divisions = cards(story);
const modules = {
  "data:map": { ...land(story, opens, libraries), divisions: divisions.map((one) => ({ ...one, shade: shade(one.lines.length) })) },
  "data:charts": charts(story),
};

/// What the scripts import as `data:…`, made here.
const made = {
  name: "data",
  setup(build) {
    build.onResolve({ filter: /^data:(map|charts)$/ }, ({ path }) => ({ path, namespace: "made" }));
    build.onLoad({ filter: /.*/, namespace: "made" }, ({ path }) => ({ contents: JSON.stringify(modules[path]), loader: "json" }));
  },
};

const OPTIONS = {
  bundle: true, minify: true, splitting: true, format: "esm", target: "es2022", charset: "utf8", metafile: true,
  treeShaking: true, legalComments: "none", define: { "process.env.NODE_ENV": '"production"', __DEV__: "false" },
};

async function peer(name) {
  const folder = join(out, name);
  mkdirSync(folder, { recursive: true });
  const { metafile } = await esbuild.build({
    ...OPTIONS, entryPoints: [join(here, name, "main.js")], outdir: folder, nodePaths: [packages], plugins: [made],
    chunkNames: "[name]-[hash]", entryNames: "[name]-[hash]", absWorkingDir: folder,
  });
  const { code: style } = await esbuild.transform(readFileSync(join(here, "style.css"), "utf8"), { loader: "css", minify: true });
  const figures = Object.keys(CHARTS).map((kind) => ({ kind, chapter: chapterOf(story, kind), ...heading(story, kind) }));
  const scripts = atOnce(metafile);
  writeFileSync(join(folder, "index.html"), page({ story, opening: opens, sections: sections(story), charts: figures, style, scripts }));
}

/// The entry and what it imports before it can run, which a browser must not have to find out one by one.
function atOnce({ outputs }) {
  const [entry] = Object.keys(outputs).filter((file) => outputs[file].entryPoint?.endsWith("main.js"));
  const reached = new Set([entry]);
  for (const file of reached) {
    outputs[file].imports.filter(({ kind }) => kind === "import-statement").forEach(({ path }) => reached.add(path));
  }
  return [...reached].map((file) => `./${file}`);
}

await Promise.all(PEERS.map(peer));
const told = sections(story).flatMap(({ title, text }) => [title, ...text]).join("").length;
console.log(`peers of ${divisions.length} divisions and ${told} characters in ${out}`);
