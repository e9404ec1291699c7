// What the frame says first of all, and whenever it is asked: who it is, and how it may be shown elsewhere.

import { root } from "./address.js";
import { inStory } from "./notices.js";
import { say } from "./speech.js";

/** @param {string} name */
const meta = (name) =>
  /** @type {HTMLMetaElement | null} */ (document.querySelector(`meta[property="${name}"], meta[name="${name}"]`))
    ?.content ?? "";

/** The picture that is as wide as it is high, or else the first; its sizes follow it in the head. */
const squareImage = () => {
  /** @type {Record<string, string>[]} */
  const images = [];
  for (const one of /** @type {NodeListOf<HTMLMetaElement>} */ (document.querySelectorAll('meta[property^="og:image"]'))) {
    const name = one.getAttribute("property") ?? "";
    if (name === "og:image") images.push({ url: one.content });
    else if (images.length) images[images.length - 1][name.slice(9)] = one.content;
  }
  const square = images.find((one) => one.width && one.width === one.height) ?? images[0];
  return square ? new URL(square.url, location.href).href : "";
};

export const greet = () => {
  say("ready", {
    embed: `${root.dataset[DATA.embed]}`,
    lang: /** @type {"zh-Hans" | "en"} */ (root.lang),
    viewport: !!document.querySelector(`.${CLASS.step}`),
  });
  say("share-meta", {
    title: meta("og:title") || document.title,
    summary: meta("og:description") || meta("description"),
    image: squareImage(),
    url: inStory(),
  });
};
