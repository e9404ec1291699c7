// Starts the story's WebAssembly, which makes the finished page answer. Whatever fails, now or later,
// leaves the page as it is, told in full (boot/failing.js); only when all has gone well is the document marked alive.
// APP_JS and APP_WASM are filled in by the build.

import { keepDrawings, letGo } from "./boot/failing.js";
import { layOut } from "./boot/later.js";
import "./boot/marks.js";
import "./boot/page.js";
import "./boot/paper.js";
import { arrive, comeBack, keepPlace } from "./boot/place.js";

/**
 * What is asked for early may be here, or be refused, before the last of the page is.
 * @param {DocumentReadyState[]} states
 */
const reached = async (...states) => {
  while (!states.includes(document.readyState)) {
    await new Promise((resolve) => document.addEventListener("readystatechange", resolve, { once: true }));
  }
};
const parsed = () => reached("interactive", "complete");

/** How long after the first frame of a page that is all there nobody waits any longer for word of a paint, in milliseconds. */
const LATEST = 300;

/**
 * Nothing that the reader came for waits for the program: it is asked for once the page has been painted. Until it is
 * there, links and cards answer by themselves.
 * @type {() => Promise<unknown>}
 */
const painted = () =>
  new Promise((resolve) => {
    // Firefox tells of no paint where the address leads down the page. Wherever a paint is told of, that comes first.
    reached("complete").then(() => requestAnimationFrame(() => setTimeout(resolve, LATEST)));
    if (!globalThis.PerformanceObserver?.supportedEntryTypes?.includes("paint")) return;
    const observer = new PerformanceObserver(() => {
      observer.disconnect();
      resolve(undefined);
    });
    observer.observe({ type: "paint", buffered: true });
  });

const start = async () => {
  await painted();
  const wasm = new URL("./APP_WASM", import.meta.url);
  // Both at once. What becomes of the one is looked at when the other is there.
  const answer = fetch(wasm);
  answer.catch(() => {});
  /** @type {Program} */
  // @ts-ignore: there once the program has been compiled.
  const app = await import("./APP_JS");
  try {
    await app.default({ module_or_path: answer });
  } catch {
    // Some Android web views refuse to compile a stream and take the same bytes from a buffer.
    // What is no program fails here once more.
    await app.default({ module_or_path: await (await fetch(wasm)).arrayBuffer() });
  }
  // Until all is loaded a browser goes on leading to a fragment.
  await (location.hash ? reached("complete") : parsed());
  keepDrawings();
  app.answer();
  document.documentElement.dataset[DATA.alive] = "";
};

keepPlace();
parsed().then(comeBack);
const settled = start().catch(letGo).finally(parsed);
settled.then(layOut);
// Until then a browser may bring the page to where it was by its own reckoning.
settled.then(() => reached("complete")).then(arrive);
