// Old addresses keep working: what a parameter or an id was called before becomes what it is called now, before
// anything reads the address. RENAMED is filled in by the build, from the story's `renamed`.
{
  const RENAMED = {};
  const NAMES = { __proto__: null, focus: "place" };
  const VALUES = { __proto__: null, mode: { __proto__: null, scrolly: "steps" } };
  const renamed = new Map(Object.entries(RENAMED));
  // What stands on the ledger's page now.
  const MOVED = /^(kind|in|at|q|sort)=/;
  const RECORD = /^#(method|map-notes|downloads|corrections|correction-\d+)$/;
  const { ledger } = document.documentElement.dataset;
  // Lists join ids by dots, extents a map's id and numbers by underscores.
  const now = (text) => text.replace(/[^._]+/g, (id) => renamed.get(id) ?? id);
  const pair = (text) => {
    const [, name, value] = text.match(/^([^=]*)=(.*)$/s) ?? [];
    if (name === undefined) return text;
    const called = NAMES[name] ?? name;
    return `${called}=${VALUES[called]?.[value] ?? (called === "q" ? value : now(value))}`;
  };
  const query = location.search.slice(1).split("&").filter((text) => text && !text.startsWith("section="));
  const section = new URLSearchParams(location.search).get("section");
  // Rows of the ledger and entries of places have their ids with a letter before.
  const [, letter = "", id = ""] = location.hash.slice(1).match(/^([pf]-)?(.*)$/) ?? [];
  const hash = id || !section ? letter + now(id) : now(section);
  const search = query.map(pair).join("&");
  if (ledger && (query.some((text) => MOVED.test(text)) || RECORD.test(location.hash))) {
    location.replace(ledger + (search && `?${search}`) + (hash && `#${hash}`));
  } else if (search !== location.search.slice(1) || hash !== location.hash.slice(1)) {
    try {
      history.replaceState(history.state, "", location.pathname + (search && `?${search}`) + (hash && `#${hash}`));
    } catch {
      // Where history is forbidden an old address shows the story as it begins.
    }
  }
}
