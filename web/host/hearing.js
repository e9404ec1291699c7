// What a frame says: its height, where to scroll, and what becomes an event of its element.

import { isOnOurs } from "../envelope.js";
import { frames, made, origin } from "./frames.js";
import { follow, following, inset, moved } from "./window.js";

/** The height that a frame is given at most, in CSS pixels: three times that of the longest story at 300 pixels. */
const HIGHEST = 400_000;
/** @type {FromStory["type"][]} */
const EVENTS = ["ready", "step", "select", "view-change", "share-meta", "source-open", "download", "error"];

/**
 * A browser may give up a smooth scroll when the page changes under it: unless the reader has moved, it ends where it was to.
 * @param {() => number} wanted
 */
const arrive = (wanted) => {
  const over = new AbortController();
  const { signal } = over;
  for (const type of ["wheel", "touchstart", "pointerdown", "keydown"])
    addEventListener(type, () => over.abort(), { signal, capture: true, passive: true });
  addEventListener(
    "scrollend",
    () => {
      over.abort();
      if (Math.abs(wanted() - scrollY) > 1) scrollTo({ top: wanted(), behavior: "instant" });
    },
    { signal },
  );
};

/** @type {Hearing<FromStory, (frame: HTMLIFrameElement, data: any) => void>} */
const ANSWERS = {
  ready(frame, data) {
    if (data.viewport !== true) return;
    following.add(frame);
    follow(frame);
  },
  height(frame, { height }) {
    if (!Number.isInteger(height) || height < 1 || height > HIGHEST || DATA.fixed in frame.dataset) return;
    const style = getComputedStyle(frame);
    const edges = [style.paddingTop, style.paddingBottom, style.borderTopWidth, style.borderBottomWidth];
    const around = style.boxSizing === "border-box" ? edges.reduce((sum, edge) => sum + parseFloat(edge), 0) : 0;
    // Some pages give every frame a height that nothing else may change.
    frame.style.setProperty("height", `${height + around}px`, "important");
    moved();
  },
  "scroll-to"(frame, { top }) {
    if (!Number.isFinite(top)) return;
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const wanted = () => scrollY + frame.getBoundingClientRect().top + frame.clientTop + top - inset(frame);
    arrive(wanted);
    scrollTo({ top: wanted(), behavior: still ? "auto" : "smooth" });
  },
};
/** By the word itself and nothing that every object has. */
const answers = new Map(Object.entries(ANSWERS));

/** @param {MessageEvent} event */
const hear = (event) => {
  if (typeof event.data !== "string" || !event.data.startsWith("{")) return;
  let message;
  try {
    message = JSON.parse(event.data);
  } catch {
    return;
  }
  const { source, v, type, data } = message;
  if (!isOnOurs(source, v) || typeof data !== "object" || !data) return;
  const frame = frames().find((one) => one.contentWindow === event.source);
  if (!frame || event.origin !== origin(frame)) return;
  answers.get(type)?.(frame, data);
  const element = made.has(frame) ? frame.parentElement : frame;
  if (type === "ready" && element !== frame) /** @type {any} */ (element)?.started?.();
  if (EVENTS.includes(type)) element?.dispatchEvent(new CustomEvent(type, { detail: data }));
};

export const hearFrames = () => addEventListener("message", hear);
