// Frames that follow the window: each is told which part of it that shows.

import { ask } from "./frames.js";

/** @type {Set<HTMLIFrameElement>} */
export const following = new Set();

/**
 * How much of the window's upper end the page covers with a header of its own, in CSS pixels: as the frame or its element says
 * (`data-inset`, `inset`), or else as the page says to the browser, for its own anchors.
 * @param {HTMLIFrameElement} frame
 */
export const inset = (frame) => {
  const said = frame.dataset[DATA.inset] ?? frame.parentElement?.getAttribute("inset");
  return parseFloat(said ?? getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
};

/**
 * How far below its upper edge the window begins, and the window's height, both less what is covered.
 * @param {HTMLIFrameElement} frame
 */
export const follow = (frame) => {
  if (!frame.isConnected) {
    following.delete(frame);
    return;
  }
  // What is padding or border of the frame is not its page.
  const covered = inset(frame);
  const top = covered - frame.getBoundingClientRect().top - frame.clientTop;
  ask(frame, "viewport", { top, height: innerHeight - covered });
};

let isWaiting = false;
/** Tells all of them before the next picture. */
export const moved = () => {
  if (isWaiting || !following.size) return;
  isWaiting = true;
  requestAnimationFrame(() => {
    isWaiting = false;
    following.forEach(follow);
  });
};

export const followWindow = () => {
  addEventListener("scroll", moved, { capture: true, passive: true });
  addEventListener("resize", moved);
};
