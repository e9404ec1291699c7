// What is said to the host, in the words that it understands.

import { NAMES, enveloped } from "../envelope.js";
import { asked, given } from "./address.js";

const DIALECTS = ["pym", "newswire", "datawrapper", "guardian", "medium", "resizer", "own", "none"];
export const childId = asked.get("childId");
const said = asked.get(QUERY.embed);
// Scripts of before said the name without its last word.
const known = NAMES.flatMap((name) => [name, name.replace(/-story$/, "")]);
/** The dialect that the address says, which no host overrules. */
export const dialect = known.some((name) => name === said)
  ? "own"
  : (DIALECTS.find((one) => one === said) ?? (childId ? "pym" : undefined));
/**
 * Those that the host has been heard to speak. It is answered in all of them: some of it may be another's.
 * @type {Set<string>}
 */
export const heard = new Set();
/** @param {string} name */
export const speaks = (name) => (dialect ? dialect === name : heard.has(name));
/** WordPress names each frame of a card in its fragment, and hears who says that name. */
export const secret = /[#?&]secret=([A-Za-z0-9]{10})\b/.exec(given.hash)?.[1];
export const host = {
  /** Whether a host that knows no dialect may be sent objects too: Guardian's old script throws on them. */
  takesObjects: false,
  /** iframe-resizer's name for this frame, and the word it waits for the first time. */
  resizerId: "",
  resizerEvent: "init:1",
};

/** @param {unknown} message */
export const post = (message) => {
  try {
    window.parent.postMessage(message, "*");
  } catch {
    // A host that has gone.
  }
};
/** @type {(type: string, value: unknown) => void} */
export const pym = (type, value) => post(`pymxPYMx${childId ?? ""}xPYMx${type}xPYMx${value}`);

/**
 * Says something in the story's own words; pym hands them on under their type.
 * @type {SayToHost}
 */
export const say = (type, data) => {
  if (dialect === "pym") return pym(type, JSON.stringify(data));
  if (dialect && dialect !== "own") return;
  post(enveloped(type, data));
};

/**
 * Each way of telling a host the height.
 * @type {Record<string, (height: number) => void>}
 */
const HEIGHT = {
  pym: (height) => pym("height", height),
  newswire: (height) => post({ sentinel: "amp", type: "embed-size", height }),
  // Older copies of its script look for the first frame that has this name in its address: without the host it could be
  // another's frame.
  datawrapper: (height) => post({ "datawrapper-height": { [given.host + given.pathname + given.search]: height } }),
  guardian: (height) => post(JSON.stringify({ type: "set-height", value: height })),
  medium: (height) => post(JSON.stringify({ src: given.href, context: "iframe.resize", height })),
  resizer: (height) => {
    // Before it has named the frame, it would not know which is meant.
    if (!host.resizerId) return;
    post(`[iFrameSizer]${host.resizerId}:${height}:${innerWidth}:${host.resizerEvent}`);
    host.resizerEvent = "mutationObserver";
  },
  own: (height) => say("height", { height }),
  wordpress: (height) => post({ message: "height", value: height, secret }),
  openResizer: (height) => post({ type: "iframe-resized", width: innerWidth, height }),
  none: () => {},
};

/** @param {number} height */
export const sayHeight = (height) => {
  if (dialect) return HEIGHT[dialect](height);
  // One text that is safe everywhere serves the hosts that read texts; what else has been heard may be a stray word.
  const words = { context: "iframe.resize", method: "resize", type: "set-height", domains: "all" };
  post(JSON.stringify({ ...words, src: given.href, value: height, height }));
  HEIGHT.own(height);
  for (const one of heard) if (one !== "own") HEIGHT[one](height);
  if (host.takesObjects) sayInObjects(height);
};
/** @param {number} height */
export const sayInObjects = (height) => {
  HEIGHT.newswire(height);
  HEIGHT.datawrapper(height);
};
