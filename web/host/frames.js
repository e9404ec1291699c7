// The frames of a page that are the story's, and what is said to them.

import { NAMES, enveloped } from "../envelope.js";

/** @typedef {{ script: HTMLScriptElement | null, base: string }} Story */

const script = /** @type {HTMLScriptElement | null} */ (document.currentScript);
/**
 * The stories of this page: the element of the script that each came with, and the folder it lies in. This script's own
 * is the first.
 * @type {Story[]}
 */
export const stories = [{ script, base: new URL("./", script?.src || location.href).href }];
/**
 * Frames that this script made, also where no selector finds them.
 * @type {Set<HTMLIFrameElement>}
 */
export const made = new Set();

/** @param {HTMLIFrameElement} frame */
const isOpaque = (frame) => frame.hasAttribute("sandbox") && !frame.sandbox.contains("allow-same-origin");

/**
 * Who speaks for a frame; nobody where its address is none.
 * @param {HTMLIFrameElement} frame
 */
export const origin = (frame) => {
  if (isOpaque(frame)) return "null";
  try {
    return new URL(frame.src, document.baseURI).origin;
  } catch {
    return undefined;
  }
};

/**
 * To whatever is in the frame: one without an origin could not be named, and nothing here is a secret.
 * @type {AskFrame}
 */
export const ask = (frame, type, data) =>
  frame.contentWindow?.postMessage(enveloped(type, data), "*");

/**
 * Frames from the folder where this script is from, and those that say so: all others are somebody else's.
 * @param {HTMLIFrameElement} frame
 */
const isOurs = (frame) =>
  stories.some(({ base }) => frame.src.startsWith(base)) ||
  NAMES.some((name) => frame.hasAttribute(`data-${name}`));

export const frames = () => [...made, ...[...document.querySelectorAll("iframe")].filter(isOurs)];
