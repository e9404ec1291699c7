// In another page's frame: tells the host how high the content is, in the words that the host understands, says what
// the reader does, and does what the host asks. A classic script, because a module is a request across origins where a
// sandbox leaves the frame without an origin of its own. Nothing here may fail loudly, neither in the frame nor in the
// host; the messages are listed in docs/embedding.md.

import { asked, given, root, turnTo } from "./embed/address.js";
import { greet } from "./embed/greeting.js";
import { hearHost, probe, settle } from "./embed/hearing.js";
import { fit, last, tellHeight, wrapper } from "./embed/height.js";
import { followLinks } from "./embed/links.js";
import { hearAddresses } from "./embed/notices.js";
import { answerReveals } from "./embed/reveal.js";
import { askBrowser } from "./embed/seen.js";
import { answerWatches, lookSoon } from "./embed/sight.js";
import { dialect, heard, host, post, say, sayInObjects, secret } from "./embed/speech.js";
import { drive, pin } from "./embed/steps.js";

/**
 * How long a host of an unknown kind has to answer to the question that is safe to ask: so many times so many
 * milliseconds. Times in which this thread was too busy to hear the answer do not count.
 */
const PATIENCE = 20;
const BEAT = 50;
/** After how many of them it is asked again: its script may have come later than this one. */
const AGAIN = 5;

/** In no frame there is nobody to speak to; what is alive takes the reader's choices along by itself. */
const startAlone = () =>
  addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest(`a[${ATTRIBUTE.language}]`) : null;
    if (link instanceof HTMLAnchorElement && !(DATA.alive in root.dataset) && turnTo(link.hreflang)) event.preventDefault();
  });

const startInFrame = () => {
  answerWatches();
  answerReveals();
  hearAddresses();
  followLinks();
  hearHost();
  const sizes = new ResizeObserver(() => tellHeight());
  for (const one of [wrapper, document.querySelector(`#${ID.sourceCard}`)]) if (one) sizes.observe(one, { box: "border-box" });
  addEventListener("resize", () => {
    fit();
    drive();
    lookSoon();
  });
  addEventListener("scroll", lookSoon, { capture: true, passive: true });
  new MutationObserver(() => {
    if (DATA.failed in root.dataset) say("error", { code: "no-behaviour", fallback: "page" });
    pin();
    drive();
    lookSoon();
  }).observe(root, { attributeFilter: [ATTRIBUTE.alive, ATTRIBUTE.failed, ATTRIBUTE.fits] });
  if (secret) settle("wordpress");
  greet();
  tellHeight();
  askBrowser();
  if (dialect === undefined || dialect === "guardian") findOut();
};

/** Asks the host who it is, until it has answered or had its time. */
const findOut = () => {
  const who = () => post(JSON.stringify({ type: "get-location", id: probe }));
  let [beats, before] = [0, performance.now()];
  const wait = () => {
    if (heard.size) return;
    const now = performance.now();
    if (now - before < 2 * BEAT) beats += 1;
    before = now;
    if (beats < PATIENCE) {
      if (beats % AGAIN === 0) who();
      setTimeout(wait, BEAT);
    } else if (!dialect) {
      host.takesObjects = true;
      if (last.said) sayInObjects(last.said);
    }
  };
  who();
  if (given.hash === "#amp=1") beats = PATIENCE;
  setTimeout(wait, BEAT);
};

// What the address asks for may be another page: until that is there, nothing is said.
if (DATA.embed in root.dataset && !turnTo(asked.get(QUERY.lang))) {
  if (window.parent === window) startAlone();
  else startInFrame();
}
