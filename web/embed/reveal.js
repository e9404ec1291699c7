// Bringing an element to where the reader sees it, by way of the host if the frame itself does not scroll.

import { fits, root } from "./address.js";
import { sight } from "./sight.js";
import { dialect, post, pym, say, speaks } from "./speech.js";

/**
 * Asks the host for it; false if the browser has to do it.
 * @param {Element} element
 */
const ask = (element) => {
  if (!fits()) return false;
  const above = [getComputedStyle(element).scrollMarginTop, getComputedStyle(root).scrollPaddingTop];
  const margin = above.reduce((sum, one) => sum + (parseFloat(one) || 0), 0);
  const top = Math.max(0, Math.round(element.getBoundingClientRect().top - margin));
  if (dialect === "pym") pym("scrollToChildPos", top);
  else if (speaks("guardian") && sight.page !== undefined)
    post(JSON.stringify({ type: "scroll-to", x: 0, y: sight.page + top }));
  else if (speaks("own")) say("scroll-to", { top });
  else return false;
  return true;
};

/**
 * @param {Element} element
 * @param {ScrollIntoViewOptions} [options]
 */
export const reveal = (element, options) => ask(element) || element.scrollIntoView(options);

/** Does it for the story, which asks for its steps. */
export const answerReveals = () =>
  document.addEventListener("story-reveal", (event) => {
    if (ask(event.detail.step)) event.preventDefault();
  });

/**
 * What has this id; of a map beside steps, whose figure has no box of its own, its caption.
 * @param {unknown} id
 */
export const named = (id) => {
  const one = typeof id === "string" && id ? document.getElementById(id) : null;
  return one && !one.getClientRects().length ? (one.querySelector("figcaption") ?? one) : one;
};
