// Frames that follow the window: each is told which part of it that shows.

import { ask } from "./frames.js";

/** @type {Set<HTMLIFrameElement>} */
export const following = new Set();

/**
 * How far below its upper edge the window begins, and the window's height.
 * @param {HTMLIFrameElement} frame
 */
export const follow = (frame) => {
  if (!frame.isConnected) {
    following.delete(frame);
    return;
  }
  // What is padding or border of the frame is not its page.
  const top = -frame.getBoundingClientRect().top - frame.clientTop;
  ask(frame, "viewport", { top, height: innerHeight });
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
