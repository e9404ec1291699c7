// Starts the story's WebAssembly and hydrates the islands of the finished page. Whatever fails
// leaves the page as it is, told in full; only when all has gone well is the document marked alive.
const islandsWithin = (node, app, children) => {
  if (node.localName === "leptos-island") {
    const hydrate = app[node.dataset.component];
    if (!hydrate) throw new Error(`no island ${node.dataset.component}`);
    children.at(-1)?.();
    hydrate(node);
  }
  const own = node.localName === "leptos-children";
  if (own) children.push(node.$$on_hydrate);
  for (const child of node.children) islandsWithin(child, app, children);
  if (own) children.pop();
};

const start = async () => {
  const app = await import("./APP_JS");
  const wasm = new URL("./APP_WASM", import.meta.url);
  try {
    await app.default({ module_or_path: fetch(wasm) });
  } catch {
    // Some Android web views refuse to compile a stream and take the same bytes from a buffer.
    const response = await fetch(wasm);
    if (!response.ok) throw new Error(response.statusText);
    await app.default({ module_or_path: await response.arrayBuffer() });
  }
  islandsWithin(document.body, app, []);
  document.documentElement.dataset.alive = "";
};

start().catch(() => {
  delete document.documentElement.dataset.mode;
  document.documentElement.dataset.failed = "";
});

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
