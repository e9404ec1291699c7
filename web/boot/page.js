// What the program asks of the page: it calls these by the name of `storyPage`.

import { ask } from "../asking.js";
import { hasFailed, letGo } from "./failing.js";
import { followHistory, write } from "./history.js";

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

/**
 * The one way from the browser into the program: every listener, frame, timer and observer of its comes by here (the build
 * writes so into the script of wasm-bindgen). What leaves it by an error has left its state half changed.
 * @param {(...args: unknown[]) => unknown} call
 * @param {unknown[]} args
 */
const enter = (call, ...args) => {
  if (hasFailed()) return undefined;
  try {
    return call(...args);
  } catch (error) {
    letGo();
    throw error;
  }
};

followHistory();
globalThis.storyPage = { enter, reveal, watch, writeAddress: write };
