// What the reader sees of the frame, asked of the browser itself: it tells of every element how much of it is in the window,
// also in a sandboxed frame of another origin, where nothing says where that window is. So steps work in every host that
// gives the frame its height, without any script there.

import { wrapper } from "./height.js";
import { TELLER, expect, see } from "./steps.js";

/** Into so many bands the frame is cut, whose edges are told in so many parts: to 3 pixels in a story of 60,000. */
const BANDS = 200;
const PARTS = 100;

/**
 * How much of each band is in the window: from and to, in CSS pixels of the frame.
 * @type {Map<Element, [number, number]>}
 */
const inWindow = new Map();
/** The height of the window: what is seen of the frame where it reaches beyond both edges; 0 before, and after a turn. */
let windowHeight = 0;
let frameWidth = 0;

/** @param {IntersectionObserverEntry[]} entries */
const hearBrowser = (entries) => {
  for (const { target, isIntersecting, intersectionRect } of entries)
    if (isIntersecting) inWindow.set(target, [intersectionRect.top, intersectionRect.bottom]);
    else inWindow.delete(target);
  // Nobody has come to it yet, so nobody has read any of it.
  if (!inWindow.size) return expect();
  const spans = [...inWindow.values()];
  const top = Math.min(...spans.map(([from]) => from));
  const bottom = Math.max(...spans.map(([, to]) => to));
  if (frameWidth !== innerWidth) [frameWidth, windowHeight] = [innerWidth, 0];
  const [isAbove, isBelow] = [top > 1, bottom < innerHeight - 1];
  if (isAbove && isBelow) windowHeight = bottom - top;
  if (!isAbove) expect();
  // Told too low, it would have the story laid out for another window.
  if (!windowHeight) return;
  // Where the frame begins below the window's upper edge, only its lower edge is known.
  see(TELLER.browser, isAbove ? top : Math.min(0, bottom - windowHeight), windowHeight);
};

/** Cuts a frame that tells its story by steps into bands, and watches them. */
export const askBrowser = () => {
  if (!document.querySelector(`.${CLASS.step}`) || !("IntersectionObserver" in window)) return;
  const bands = document.createElement("div");
  bands.className = CLASS.bands;
  bands.setAttribute("aria-hidden", "true");
  const thresholds = Array.from({ length: PARTS + 1 }, (_, index) => index / PARTS);
  const observer = new IntersectionObserver(hearBrowser, { threshold: thresholds });
  for (let index = 0; index < BANDS; index++) bands.append(document.createElement("i"));
  wrapper.append(bands);
  // In a frame of another height all bands are elsewhere, and those that stay in the window would not say so.
  new ResizeObserver(() => {
    observer.disconnect();
    inWindow.clear();
    for (const band of bands.children) observer.observe(band);
  }).observe(bands);
};
