// What the program asks of the page: it calls these by the name of `storyPage`.

import { ask, writeAddress } from "../asking.js";

/**
 * Brings a step of the story to where it is read.
 * @param {Element} step
 * @param {boolean} smoothly
 */
const reveal = (step, smoothly) => {
  if (ask("reveal", { step })) step.scrollIntoView({ block: "start", behavior: smoothly ? "smooth" : "instant" });
};

/**
 * Calls back with the elements that come into the reader's window, less its margins, or leave it.
 * @param {IntersectionObserverCallback} call
 * @param {string} rootMargin
 */
const watch = (call, rootMargin) => {
  /** @type {{ call: IntersectionObserverCallback, rootMargin: string, observer?: Watcher }} */
  const asked = { call, rootMargin };
  ask("watch", asked);
  return asked.observer ?? new IntersectionObserver(call, { rootMargin });
};

globalThis.storyPage = { reveal, watch, writeAddress };
