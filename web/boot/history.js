// The address of what the reader has chosen. What is opened over the page is one entry of the history, so that Back closes it;
// nothing else adds to it.

import { replace, writeAddress } from "../asking.js";

/** The choices that open something. */
const OPENING = [QUERY.place, QUERY.fact];
/** Where it is shown. */
const OVER = `#${ID.sourceCard}, #${ID.placePanel}`;

/** @param {string} address */
const opens = (address) => {
  const { searchParams } = new URL(address, location.href);
  return OPENING.some((one) => searchParams.has(one));
};

/** The address that was written last. */
let written = "";
/** Whether the entry of the history is one of something opened, and whether it is being left because that was closed. */
let isOpen = false;
let isClosing = false;
/** What had the focus last outside of what is opened. @type {HTMLElement | undefined} */
let held;
/** Where the page is scrolled to while something is open, in CSS pixels. */
let scrolled = 0;
const noteScrolled = () => {
  scrolled = scrollY;
};

const stay = () => {
  if (scrollY !== scrolled) scrollTo({ top: scrolled, behavior: "instant" });
};

/** Back is to bring what was chosen before, and not where it was chosen: what lies over the page moves nothing. */
const push = () => {
  history.scrollRestoration = "manual";
  try {
    history.pushState({ opened: true }, "", written);
  } finally {
    history.scrollRestoration = "auto";
  }
  isOpen = true;
  noteScrolled();
  addEventListener("scroll", noteScrolled, { passive: true });
};

/** @param {string} address */
const put = (address) => {
  written = address;
  if (isClosing) return;
  const [before, now] = [location.href, address].map(opens);
  if (now && !before) push();
  else if (before && !now && isOpen) {
    isClosing = true;
    history.back();
  } else replace(address);
};

/**
 * Puts an address into the address bar, and answers whether that will be so only later; in a frame nothing of it is for the
 * history of the host's page.
 * @param {string} address
 */
export const write = (address) => {
  writeAddress(address, parent === window ? put : replace);
  return isClosing;
};

/** What is closed keeps the focus or drops it, and an entry with a fragment takes it from where closing has brought it. */
const keepFocus = () => {
  const focused = () => document.activeElement ?? document.body;
  if (focused() === document.body) return;
  setTimeout(() => {
    if (focused() === document.body || focused().closest(OVER)) held?.focus({ preventScroll: true });
  });
};

/** Heard before the program does, which then reads the address. */
export const followHistory = () => {
  document.addEventListener("focusin", ({ target }) => {
    const one = /** @type {HTMLElement} */ (target);
    if (!one.closest(OVER)) held = one;
  });
  addEventListener("popstate", (event) => {
    const wasOpen = isOpen;
    isOpen = !!history.state?.opened;
    if (!wasOpen || isOpen || opens(location.href)) return;
    history.scrollRestoration = "auto";
    removeEventListener("scroll", noteScrolled);
    stay();
    // WebKit goes to where it was opened, once this has been heard.
    setTimeout(stay);
    // What was chosen besides, since it was opened, stays chosen.
    const url = new URL(written, location.href);
    for (const one of OPENING) url.searchParams.delete(one);
    history.replaceState(history.state, "", url);
    keepFocus();
    if (!isClosing) return;
    isClosing = false;
    // The program knows that it has closed it, and may know of more by now.
    event.stopImmediatePropagation();
    // Something else was opened while it was being closed.
    if (opens(written)) push();
  });
};
