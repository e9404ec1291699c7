// The story step by step in a frame that does not scroll: once it is known what of it the reader sees.

import { asked, fits, root } from "./address.js";
import { lookSoon, sight } from "./sight.js";

/** Below this height a window has no room for a map that stays, as in style/story.css: CSS pixels. */
const LOW = 500;
/** A phone's bars come and go within this part of the window's height, and must not change the layout. */
const BARS = 0.2;
const PINNED = `header.${CLASS.bar}, .${CLASS.pinned}, .${CLASS.strip}, .${CLASS.mapNotes}, .${CLASS.cards}`;

/**
 * Who says where the window is. Scripts of other hosts say so now and then, the browser at every pixel; our own script knows
 * besides what covers the window.
 */
export const TELLER = { others: 0, browser: 1, ours: 2 };
/** The best that has been heard; of the others no more is heard. */
let teller = 0;

/** The reader has not come to the frame yet, or stands at its beginning. */
export const expect = () => {
  isInTime = true;
};

/**
 * The position of the window is known: the story can be told step by step.
 * @param {number} who
 * @param {unknown} top
 * @param {unknown} height
 */
export const see = (who, top, height) => {
  if (typeof top !== "number" || typeof height !== "number" || who < teller) return;
  if (!Number.isFinite(top) || !Number.isFinite(height) || height <= 0) return;
  teller = who;
  sight.seen = { top, height };
  isInTime = isInTime || !(DATA.alive in root.dataset);
  pin();
  drive();
  lookSoon();
};

/** What is sticky cannot stick in a frame that does not scroll: the edge that it sticks to is moved along. */
export const pin = () => {
  const below = sight.seen && fits() ? `${Math.max(0, Math.round(sight.seen.top))}px` : "0px";
  for (const one of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(PINNED)))
    one.style.setProperty("--seen", below);
};

/** Whether the reader was seen before the story could answer, or at its beginning: who is within its first screen has read nothing. */
let isInTime = false;
let unit = [0, 0];
/** Whether the steps wait for a higher window. */
let isResting = false;
/** Tells step by step once that is possible: not under the eyes of a reader who has read some of it in full. */
export const drive = () => {
  const { seen } = sight;
  if (!seen || !fits() || !(DATA.alive in root.dataset)) return;
  // Turned to landscape, a phone has no room for a map that stays: nothing of the words would be seen.
  if (seen.height < LOW) return rest();
  const [width, height] = unit;
  if (width !== innerWidth || Math.abs(height - seen.height) > BARS * height) {
    unit = [innerWidth, seen.height];
    root.style.setProperty("--vh", `${seen.height / 100}px`);
  }
  if (isResting) {
    isResting = false;
    return tell(MODE.steps);
  }
  if (DATA.driven in root.dataset || !document.querySelector(`.${CLASS.step}`)) return;
  if (seen.top > (isInTime ? seen.height : 0)) return;
  root.dataset[DATA.driven] = "";
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const mode = asked.get(QUERY.mode);
  if (mode === MODE.flat || (still && mode !== MODE.steps)) return;
  tell(MODE.steps);
};

/** @param {string} mode */
const tell = (mode) => {
  root.dataset[DATA.mode] = mode;
  dispatchEvent(new Event(EVENT.shown));
};

const rest = () => {
  if (!(DATA.driven in root.dataset) || root.dataset[DATA.mode] !== MODE.steps) return;
  isResting = true;
  tell(MODE.flat);
};
