// Links: what is of the page is brought to where the reader sees it, all else opens beside the host's page.

import { fits, turnTo } from "./address.js";
import { named, reveal } from "./reveal.js";
import { post, say, secret } from "./speech.js";

/**
 * Shows an address as text beside its link: what a sandbox forbids to open, a reader can still take along.
 * @param {HTMLAnchorElement} link
 */
const spellOut = (link) => {
  const next = /** @type {HTMLElement | null} */ (link.nextElementSibling);
  const shown = next?.matches(`.${CLASS.address}`) ? next : document.createElement("code");
  shown.className = CLASS.address;
  shown.tabIndex = 0;
  shown.setAttribute("role", "status");
  link.after(shown);
  // Filled after it is there, so that it is read aloud.
  shown.textContent = link.href;
  getSelection()?.selectAllChildren(shown);
};

/**
 * Opens a link beside the host's page; a sandbox may forbid it, and then answers with nothing.
 * @param {HTMLAnchorElement} link
 */
const openOutside = (link) => {
  try {
    const tab = window.open(link.href, "_blank");
    if (tab) {
      tab.opener = null;
      return;
    }
  } catch {
    // As forbidden as nothing.
  }
  if (secret) post({ message: "link", value: link.href, secret });
  spellOut(link);
};

/** @param {MouseEvent} event */
const follow = (event) => {
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!(link instanceof HTMLAnchorElement)) return;
  const here = link.origin === location.origin && link.pathname === location.pathname;
  const isFile = link.hasAttribute("download");
  // A picture that the page makes itself (`share/needed.js`) is a download too.
  if (isFile) say("download", { url: link.href, name: link.download || `${link.pathname.split("/").pop()}` });
  if (event.defaultPrevented) return;
  if (isFile) {
    // Without an origin every file is another origin's, and the frame would turn into the file.
    if (self.origin !== "null") return;
  } else if (link.hasAttribute(ATTRIBUTE.language)) {
    event.preventDefault();
    turnTo(link.hreflang);
    return;
  } else if (here && link.hash) {
    const target = named(decodeURIComponent(link.hash.slice(1)));
    if (target && fits()) reveal(target);
    return;
  }
  event.preventDefault();
  openOutside(link);
};

export const followLinks = () => addEventListener("click", follow);
