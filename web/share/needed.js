// What most readers never need is asked for when it is: the search, when the pointer or the focus comes to its field; what
// fills the list below a map, when that is opened.
// FIND_JS and LIST_JS are filled in by the build.

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

export const askWhenNeeded = () => {
  // What unfolds does not say so to what is around it.
  for (const coming of ["pointerover", "focusin", "input", "toggle"]) document.addEventListener(coming, ({ target }) => askFor(target), true);
  // What a reader came to before this ran.
  for (const here of [document.activeElement, document.querySelector(`.${CLASS.places}[open]`)]) askFor(here);
};
