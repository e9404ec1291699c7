// Makes every view of a reader one that can be passed on: which data tables are open stands in the address beside what
// the story itself writes there; buttons copy and share, and are shown only where that can work.
(() => {
  "use strict";
  const root = document.documentElement;
  const TABLE = "table";

  // 1. Open tables: `table=a.b` names those that are not as the page has them at first. ------------------------------
  const tables = new Map();
  for (const one of document.querySelectorAll("details.twin")) {
    const id = one.closest("[id]")?.id;
    if (id) tables.set(id, { details: one, atFirst: one.open });
  }
  const asked = new URLSearchParams(location.search).get(TABLE) ?? "";
  for (const id of asked.split(".")) {
    const table = tables.get(id);
    if (table) table.details.open = !table.atFirst;
  }
  const opened = () => {
    // What is unfolded for paper folds again.
    const changed = [...tables].filter(([, { details, atFirst }]) => details.open !== atFirst && !("opened" in details.dataset));
    return changed.map(([id]) => id).join(".");
  };
  /** An address with the open tables, and without an empty list of them. */
  const withTables = (address) => {
    const url = new URL(address, location.href);
    const pairs = url.search.slice(1).split("&").filter((pair) => pair && !pair.startsWith(`${TABLE}=`));
    const open = opened();
    if (open) pairs.push(`${TABLE}=${open}`);
    // Colours from an earlier visit are part of what the reader sees now.
    const { theme, embed } = root.dataset;
    if (theme && !embed && !url.searchParams.has("theme")) pairs.push(`theme=${theme}`);
    url.search = pairs.join("&");
    return url.href;
  };
  const { replaceState } = history;
  history.replaceState = function (state, unused, address) {
    return replaceState.call(history, state, unused, address == null ? address : withTables(address));
  };
  const write = () => {
    try {
      if (withTables(location.href) !== location.href) history.replaceState(history.state, "", location.href);
    } catch {
      // Where history is forbidden the address stays as it is.
    }
  };
  document.addEventListener("toggle", (event) => event.target.matches?.("details.twin") && write(), true);
  write();
  // The other language's page opens with the same tables; the story has written the rest of its address by then.
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[data-language]");
    if (link) link.href = withTables(link.href);
  });

  // 2. Copying and sharing --------------------------------------------------------------------------------------------
  const policy = document.permissionsPolicy ?? document.featurePolicy;
  const mayCopy = self.origin !== "null" && (policy?.allowsFeature("clipboard-write") ?? true);
  const canCopy = isSecureContext && !!navigator.clipboard?.writeText && mayCopy;
  const shown = { title: document.title, url: location.href };
  // A frame that may not share is told so only when it tries; to ask before has browsers without it complain.
  const canShare = isSecureContext && window === parent && !!navigator.canShare?.(shown);
  const offer = (selector, can) => {
    if (can) for (const button of document.querySelectorAll(selector)) button.hidden = false;
  };
  offer("[data-copy], [data-copy-view], [data-copy-quotation]", canCopy);
  offer("[data-share]", canShare);

  /** Says beside a button what became of it; what could not be copied stands there, selected. */
  const tell = (button, text) => {
    const told = button.parentElement.querySelector("[role=status]");
    if (!told) return;
    told.textContent = text === undefined ? told.dataset.done : `${told.dataset.failed} `;
    if (text === undefined) return;
    const code = document.createElement("code");
    code.textContent = text;
    told.append(code);
    getSelection()?.selectAllChildren(code);
  };
  const copy = (button, text) =>
    navigator.clipboard.writeText(text).then(
      () => tell(button),
      () => tell(button, text),
    );

  /** What the source card says of a fact, its row, and the address that opens it. */
  const quotation = () => {
    const card = document.querySelector("#source-card");
    const plain = (nodes) => nodes.map((node) => node.textContent).join("").replace(/\s+/g, " ").trim();
    // Between the number and where it stands: what it says.
    const parts = [...card.querySelector(".slot").childNodes];
    const is = (name) => (node) => node.classList?.contains(name) ?? false;
    const words = parts.filter((node) => !is("value")(node) && !is("where")(node));
    const fact = new URLSearchParams(location.search).get("fact");
    const page = root.dataset.embed && document.querySelector("link[rel=canonical]")?.href;
    const url = new URL(page || location.pathname, location.href);
    url.hash = "";
    if (fact) url.search = `fact=${fact}`;
    const lines = [plain(words), plain(parts.filter(is("where"))), root.dataset.title, url.href];
    return lines.filter(Boolean).join("\n");
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("button");
    if (!button) return;
    const { copy: id, copyView, copyQuotation, share } = button.dataset;
    if (id !== undefined) copy(button, document.getElementById(id)?.textContent.trim() ?? "");
    else if (copyView !== undefined) copy(button, location.href);
    else if (copyQuotation !== undefined) copy(button, quotation());
    else if (share !== undefined) {
      const summary = document.querySelector('meta[name="description"]')?.content ?? "";
      // Whoever changes their mind has not failed.
      navigator.share({ title: document.title, text: summary, url: location.href }).catch(() => {});
    }
  });
})();
