// Starts the story's WebAssembly and hydrates the islands of the finished page. Whatever fails
// leaves the page as it is, told in full; only when all has gone well is the document marked alive.

// An island within the children of another tells that one first.
const hydrate = (app) => {
  for (const island of document.querySelectorAll("leptos-island")) {
    const start = app[island.dataset.component];
    if (!start) throw new Error(`no island ${island.dataset.component}`);
    island.closest("leptos-children")?.$$on_hydrate?.();
    start(island);
  }
};

// Nothing that the reader came for waits for the program: it is asked for once the page has been painted. Until it is
// there, links and cards answer by themselves.
const painted = () =>
  new Promise((resolve) => {
    const kinds = globalThis.PerformanceObserver?.supportedEntryTypes ?? [];
    if (!kinds.includes("paint")) return addEventListener("load", resolve);
    const observer = new PerformanceObserver(() => {
      observer.disconnect();
      resolve();
    });
    observer.observe({ type: "paint", buffered: true });
  });

// What is asked for early may be here, or be refused, before the last of the page is.
const reached = async (...states) => {
  while (!states.includes(document.readyState)) {
    await new Promise((resolve) => document.addEventListener("readystatechange", resolve, { once: true }));
  }
};
const parsed = () => reached("interactive", "complete");

const start = async () => {
  await painted();
  const wasm = new URL("./APP_WASM", import.meta.url);
  // Both at once. What becomes of the one is looked at when the other is there.
  const answer = fetch(wasm);
  answer.catch(() => {});
  const app = await import("./APP_JS");
  try {
    await app.default({ module_or_path: answer });
  } catch {
    // Some Android web views refuse to compile a stream and take the same bytes from a buffer.
    const response = await fetch(wasm);
    if (!response.ok) throw new Error(response.statusText);
    await app.default({ module_or_path: await response.arrayBuffer() });
  }
  // Until all is loaded a browser goes on leading to a fragment.
  await (location.hash ? reached("complete") : parsed());
  hydrate(app);
  document.documentElement.dataset.alive = "";
};

// Once the page answers, or never will, chapters and drawings out of sight are laid out one after the other while nothing
// else is to be done: what is not laid out is not told to those who hear the page.
const layOut = () => {
  const waiting = (what) => document.querySelector(`[data-later] ${what}:not(.laid-out)`);
  const next = waiting("main > .chapter") ?? waiting("svg.map")?.parentElement;
  if (!next) return;
  for (const one of next.matches(".chapter") ? [next] : next.querySelectorAll("svg.map")) one.classList.add("laid-out");
  // On a page that never rests it comes all the same.
  (globalThis.requestIdleCallback ?? setTimeout)(layOut, { timeout: 500 });
};

// A card that is opened before that marks its place on every map, by rules that no page need have that is alive.
const marks = () => {
  if (!location.hash.startsWith("#p-") || "alive" in document.documentElement.dataset) return;
  removeEventListener("hashchange", marks);
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet" });
  link.href = new URL("./MARKS", import.meta.url);
  document.head.append(link);
};
addEventListener("hashchange", marks);
marks();

start()
  .catch(() => {
    delete document.documentElement.dataset.mode;
    document.documentElement.dataset.failed = "";
  })
  .finally(parsed)
  .then(layOut);

// Tables unfold on paper: style sheets can do that only where the hidden content can be named.
const unfold = (open) => {
  for (const one of document.querySelectorAll("details.twin")) {
    if (open && one.open) one.dataset.opened = "";
    else if (!("opened" in one.dataset)) one.open = open;
    if (!open) delete one.dataset.opened;
  }
};
addEventListener("beforeprint", () => unfold(true));
addEventListener("afterprint", () => unfold(false));
