// Once the page answers, or never will, chapters and drawings out of sight are laid out one after the other while nothing
// else is to be done: what is not laid out is not told to those who hear the page.

export const layOut = () => {
  /** @param {string} what */
  const waiting = (what) => document.querySelector(`[${ATTRIBUTE.later}] ${what}:not(.${CLASS.laidOut})`);
  const next = waiting(`main > .${CLASS.chapter}`) ?? waiting(`svg.${CLASS.map}`)?.parentElement;
  if (!next) return;
  for (const one of next.matches(`.${CLASS.chapter}`) ? [next] : next.querySelectorAll(`svg.${CLASS.map}`)) one.classList.add(CLASS.laidOut);
  // On a page that never rests it comes all the same.
  (window.requestIdleCallback ?? setTimeout)(layOut, { timeout: 500 });
};
