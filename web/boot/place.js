// The line that is read stays where it is while the page around it changes: when the program fails, when the window becomes
// wider or narrower (a phone that is turned, the browser's zoom), and when the page is loaded again. Browsers hold it by
// themselves only in part, and not all of them do.

/** What begins last above this line is read, as a share of the window; `src/browser/steps.rs` has the same. */
const LINE = 0.66;
/** But whoever has come to a chapter's head reads that: it begins between the window's edge and this, in CSS pixels. */
const TOP = 140;
/** What a change brings about comes within so many frames. */
const FRAMES = 3;
/** What is read is written down where the page has stood still for so long, in milliseconds: browsers refuse to do it often. */
const CALM = 500;
/** What a reader moves the page with. */
const HANDS = ["wheel", "touchmove", "keydown", "pointerdown"];

/**
 * Which part of the page is read, how much of its height is above the window, and where the rest begins: in CSS pixels, or as
 * a share of the window's height, for a turned phone is less high.
 * @typedef {{ at: number, above: number, top: number, unit: "px" | "window" }} Place
 */

/** @type {Element[]} */
let all = [];
/**
 * All that can be read, in the order of the page; what stays in the window while steps pass is not what is read. A list taken
 * while the page still comes would stay short.
 */
const parts = () => {
  if (!all.length || document.readyState === "loading") all = [...document.querySelectorAll(`main > section, .${CLASS.step} p, figure`)].filter((part) => !part.closest(`.${CLASS.pinned}`));
  return all;
};
const boxOf = (/** @type {Element} */ part) => part.getBoundingClientRect();

/** @returns {Place | undefined} Nothing for who has not scrolled. */
const placeNow = () => {
  if (!scrollY) return undefined;
  const line = innerHeight * LINE;
  let at = -1;
  /** A section out of sight: to ask where its parts are would have the browser lay out what it has put off. @type {Element | undefined} */
  let unseen;
  for (const [index, part] of parts().entries()) {
    if (unseen?.contains(part)) continue;
    const { top, bottom, height } = boxOf(part);
    if (part.matches("section")) {
      if (top < TOP && top > -1) return { at: index, above: 0, top, unit: "px" };
      unseen = top < line && bottom > 0 ? undefined : part;
    }
    if (height && top < line) at = index;
  }
  if (at < 0) return undefined;
  const { top, height } = boxOf(all[at]);
  return { at, above: Math.max(0, -top / height), top: Math.max(0, top / innerHeight), unit: "window" };
};

/**
 * Brings what was read back to where it was, now and in the next frames.
 * @param {Place | undefined} place
 */
const bring = (place, frames = FRAMES) => {
  const part = place && parts()[place.at];
  if (!part) return;
  const { top, height } = boxOf(part);
  if (!height) return;
  const away = top + place.above * height - place.top * (place.unit === "px" ? 1 : innerHeight);
  if (Math.abs(away) >= 1) scrollBy({ top: away, behavior: "instant" });
  if (frames) requestAnimationFrame(() => bring(place, frames - 1));
};

/**
 * Changes the page around what is read.
 * @param {() => void} change
 */
export const hold = (change) => {
  const place = placeNow();
  change();
  bring(place);
};

/** What was read in the last frame in which the page moved. @type {Place | undefined} */
let noted;
/** Whether the page is loaded again and not all of it has come, and its reader has not moved it. */
let comesBack = false;

/** Where its reader was before the page was loaded again. */
export const comeBack = () => {
  if (comesBack) bring(noted);
};
/** That was the last of it. */
export const arrive = () => {
  comeBack();
  comesBack = false;
};

const writeDown = () => {
  try {
    history.replaceState({ ...history.state, read: noted }, "");
  } catch {
    // Forbidden, or too often.
  }
};

export const keepPlace = () => {
  let width = innerWidth;
  let waits = false;
  let timer = 0;
  const note = () => {
    waits = false;
    if (comesBack || innerWidth !== width) return;
    noted = placeNow();
    // With the entry of the history, which goes when it does. The page around a frame is scrolled, and not the frame.
    clearTimeout(timer);
    if (parent === window) timer = setTimeout(writeDown, CALM);
  };
  const noteSoon = () => {
    if (!waits) requestAnimationFrame(note);
    waits = true;
  };
  for (const moved of ["scroll", "click"]) addEventListener(moved, noteSoon, { passive: true });
  addEventListener("resize", () => {
    // The height alone changes whenever the bars of a phone's browser come and go.
    if (innerWidth === width) return;
    width = innerWidth;
    bring(noted);
  });
  // The size of letters changes without an event, and with it that of the header.
  const bar = document.querySelector(`.${CLASS.bar}`);
  let height = 0;
  const measure = () => {
    const before = height;
    height = bar?.clientHeight ?? 0;
    if (before && before !== height) bring(noted);
  };
  if (bar) new ResizeObserver(measure).observe(bar);
  // Chromium keeps the entry of whoever asks for the same address anew, who begins at the top.
  const [navigation] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
  if (navigation?.type !== "navigate") noted = history.state?.read;
  comesBack = !!noted;
  const takeOver = () => {
    comesBack = false;
  };
  for (const hand of HANDS) addEventListener(hand, takeOver, { once: true, passive: true });
};
