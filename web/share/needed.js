// What most readers never need is asked for when it is: the search, when the pointer or the focus comes to its field; what
// fills the list below a map, when that is opened; what draws a figure as its reader sees it, when that is to be saved.
// FIND_JS, LIST_JS and PICTURE_JS are filled in by the build.

import { saveFile } from "../saving.js";

/**
 * Without a network, what has not come cannot answer any more, and goes.
 * @param {Element | null} dead
 */
const take = (dead) => dead?.setAttribute("hidden", "");

/** @param {unknown} target */
const askFor = (target) => {
  if (!(target instanceof Element)) return;
  // @ts-ignore: there once the site has been built.
  if (target.id === ID.find) import("./FIND_JS").catch(() => take(target.parentElement));
  // @ts-ignore: as above.
  if (target.matches(`.${CLASS.places}[open]`)) import("./LIST_JS").catch(() => take(target));
};

/** What a figure can show otherwise than it was built. */
const CHOSEN = [QUERY.place, QUERY.measure, QUERY.shade, QUERY.off, QUERY.extent];

/**
 * A picture of what the reader has chosen is made here; where that cannot be, the one that was built is saved.
 * @param {MouseEvent} event
 */
const saveAsShown = (event) => {
  const link = event.target instanceof Element ? event.target.closest("a[download]") : null;
  const figure = link?.closest("figure");
  const asked = new URLSearchParams(location.search);
  if (!(link instanceof HTMLAnchorElement) || !figure || !link.href.endsWith(".png") || !CHOSEN.some((one) => asked.has(one))) return;
  event.preventDefault();
  // @ts-ignore: there once the site has been built.
  import("./PICTURE_JS").then(
    () => document.dispatchEvent(new CustomEvent("story-picture", { detail: { link, figure } })),
    () => saveFile(link.href),
  );
};

export const askWhenNeeded = () => {
  document.addEventListener("click", saveAsShown);
  // What unfolds does not say so to what is around it.
  for (const coming of ["pointerover", "focusin", "input", "toggle"]) document.addEventListener(coming, ({ target }) => askFor(target), true);
  // What a reader came to before this ran.
  for (const here of [document.activeElement, document.querySelector(`.${CLASS.places}[open]`)]) askFor(here);
};
