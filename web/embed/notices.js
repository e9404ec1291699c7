// What the reader chooses, as the host hears of it.

import { FOREIGN, choices, root } from "./address.js";
import { say } from "./speech.js";

/** The address at which the whole story has what the frame shows. */
export const inStory = () => root.dataset[DATA.story] ?? location.href.split("?")[0];

let shared = "";
/**
 * The address has changed, or would have if the sandbox allowed it.
 * @param {string} address
 */
const notice = (address) => {
  const before = choices.now;
  const now = (choices.now = new URL(address, location.href).searchParams);
  /** @param {string} name */
  const changed = (name) => before.get(name) !== now.get(name);
  if (changed(QUERY.step)) {
    const id = now.get(QUERY.step);
    const chapter = id && document.getElementById(id)?.closest("section")?.id;
    say("step", { id, chapter: chapter || null });
  }
  if (changed(QUERY.place)) say("select", { place: now.get(QUERY.place) });
  const fact = now.get(QUERY.fact);
  if (changed(QUERY.fact) && fact) say("source-open", { fact });
  const view = new URL(inStory());
  // What a reader types is nobody else's.
  for (const [name, value] of now) if (![...FOREIGN, QUERY.words].includes(name)) view.searchParams.set(name, value);
  if (view.href !== shared) say("view-change", { url: (shared = view.href) });
};

/** Hears of every address that is written. */
export const hearAddresses = () => document.addEventListener("story-address", ({ detail }) => notice(detail.address));
