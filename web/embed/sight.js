// The part of the page that the reader sees, as the host tells it, and what comes into it or leaves it. In a frame as
// high as its content, or of another origin, the browser itself cannot say that.

import { fits } from "./address.js";

/**
 * What is known of the host's window: how far below the frame's upper edge it begins, and its height, in CSS pixels; of
 * Guardian's also where in its page the frame stands.
 * @type {{ seen?: { top: number, height: number }, page?: number }}
 */
export const sight = {};

/** @typedef {[from: number, to: number]} Span */

/**
 * From and to where the reader sees the page, in the coordinates of the frame's own window; none if unknown.
 * @returns {Span | undefined}
 */
const span = () => {
  if (sight.seen) return [sight.seen.top, sight.seen.top + sight.seen.height];
  return fits() ? undefined : [0, innerHeight];
};

/**
 * What is asked of the host's window.
 * @type {Set<{ look: (window: Span) => void }>}
 */
const watchers = new Set();

/** Looks now. */
export const look = () => {
  const window = span();
  if (window) watchers.forEach((one) => one.look(window));
};

let isWaiting = false;
/** Looks before the next picture. */
export const lookSoon = () => {
  if (isWaiting) return;
  isWaiting = true;
  requestAnimationFrame(() => {
    isWaiting = false;
    look();
  });
};

/**
 * What calls back with elements that come into the window of the host, or leave it.
 * @type {(call: Function, rootMargin: string) => Watcher}
 */
const watcher = (call, rootMargin) => {
  const [top, , bottom = top] = rootMargin.split(" ");
  /** @type {Map<Element, boolean | undefined>} */
  const touching = new Map();
  watchers.add({
    look(window) {
      const [above, below] = [top, bottom].map((margin) => {
        const part = margin.endsWith("%") ? (window[1] - window[0]) / 100 : 1;
        return (parseFloat(margin) || 0) * part;
      });
      const entries = [];
      for (const [target, before] of touching) {
        const rect = target.getBoundingClientRect();
        const isIntersecting = rect.width > 0 && rect.bottom >= window[0] - above && rect.top <= window[1] + below;
        if (isIntersecting === before) continue;
        touching.set(target, isIntersecting);
        entries.push({ target, isIntersecting });
      }
      if (entries.length) call(entries);
    },
  });
  return {
    observe(element) {
      touching.set(element, undefined);
      lookSoon();
    },
  };
};

/** Answers the story, which asks what of it is seen. */
export const answerWatches = () =>
  document.addEventListener("story-watch", ({ detail }) => {
    detail.observer = watcher(detail.call, detail.rootMargin);
  });
