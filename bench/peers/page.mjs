// The page that both peers share: words, room for map and charts, the card. Everything that does not depend on the tool.

import { CATEGORIES, SHAPES } from "./common/marks.js";

const CONTROLS = `<div class="zoom"><button type="button" data-zoom="2" aria-label="放大">+</button><button type="button" data-zoom="0.5" aria-label="缩小">−</button></div>`;

const chart = ({ kind, title, description }) =>
  `<figure><h3>${title}</h3><p>${description}</p><div class="chart" data-chart="${kind}"></div></figure>`;

const section = (charts) => ({ id, title, text }) => `<section id="${id}"><h2>${title}</h2>
${text.map((words) => `<p>${words}</p>`).join("\n")}
${charts.filter((one) => one.chapter === id).map(chart).join("\n")}</section>`;

const legend = (categories) => categories.map(({ id, name }) =>
  `<li class="${id}"><svg viewBox="-8 -8 16 16" width="16" height="16"><path d="${SHAPES[CATEGORIES[id].shape]}"/></svg>${name.zh}</li>`).join("");

/// `scripts` are the module that starts the page and those that it needs at once.
export function page({ story, opening, sections, charts, style, scripts: [main, ...needed] }) {
  const words = (prose) => story.plain(prose);
  const used = story.categories.filter(({ id }) => opening.categories.has(id));
  return `<!doctype html>
<html lang="zh-Hans">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${story.story.title.zh}</title>
<meta name="description" content="${story.story.summary.zh}">
<link rel="icon" href="data:,">
<style>${style}</style>
<script type="module" src="${main}"></script>
${needed.map((name) => `<link rel="modulepreload" href="${name}">`).join("\n")}
<header class="bar"><b>${story.story.title.zh}</b><nav>${sections.map(({ id, name }) => `<a href="#${id}">${name}</a>`).join(" ")}</nav></header>
<main>
<section class="opening"><div class="lead"><p class="kicker">${story.story.kicker.zh}</p>
<h1><span>${words(story.story.subhead)}</span> ${story.story.headline.zh}</h1>
<p class="first">${words(story.story.lead)}</p><p>${opening.dek}</p></div>
<figure class="opens"><h3>${words(opening.map.title)}</h3><p>${words(opening.map.description)}</p>
<div id="map">${CONTROLS}</div><ul class="legend">${legend(used)}</ul></figure></section>
${sections.map(section(charts)).join("\n")}
<footer><p>${story.map.attribution.zh}。${story.map.disclaimer.zh}。${story.map.review_label.zh}${story.map.review_pending.zh}</p></footer>
</main>
<aside id="card" aria-live="polite" hidden><button type="button" aria-label="关闭">×</button><h3></h3><ul></ul></aside>
</html>
`;
}
