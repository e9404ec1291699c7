// Once the page answers, or never will, chapters and drawings out of sight are laid out one after the other while nothing
// else is to be done: what is not laid out is not told to those who hear the page.

export const layOut = () => {
  /** @param {string} what */
  const waiting = (what) => document.querySelector(`[data-later] ${what}:not(.laid-out)`);
  const next = waiting("main > .chapter") ?? waiting("svg.map")?.parentElement;
  if (!next) return;
  for (const one of next.matches(".chapter") ? [next] : next.querySelectorAll("svg.map")) one.classList.add("laid-out");
  // On a page that never rests it comes all the same.
  (window.requestIdleCallback ?? setTimeout)(layOut, { timeout: 500 });
};
