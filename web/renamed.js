// Old ids keep working: what an id was called before becomes what it is called now, before anything reads the address.
// RENAMED is filled in by the build, from the story's `renamed`; pages of a story that has renamed nothing are without.
{
  /** @type {Record<string, string>} */
  const RENAMED = {};
  const renamed = new Map(Object.entries(RENAMED));
  /**
   * Lists join ids by dots, extents a map's id and numbers by underscores.
   * @param {string} text
   */
  const now = (text) => text.replace(/[^._]+/g, (id) => renamed.get(id) ?? id);
  /**
   * A parameter as it is called now; what a reader has typed is no id.
   * @param {string} text
   */
  const pair = (text) => {
    const [, name, value] = text.match(/^([^=]*=)(.*)$/s) ?? [];
    return name === undefined || name === "q=" ? text : name + now(value);
  };
  const query = location.search.slice(1).split("&").filter(Boolean);
  // Rows of the ledger and entries of places have their ids with a letter before.
  const [, letter = "", id = ""] = location.hash.slice(1).match(/^([pf]-)?(.*)$/) ?? [];
  const hash = letter + now(id);
  const search = query.map(pair).join("&");
  if (search !== location.search.slice(1) || hash !== location.hash.slice(1)) {
    try {
      history.replaceState(history.state, "", location.pathname + (search && `?${search}`) + (hash && `#${hash}`));
    } catch {
      // Where history is forbidden an old address shows the story as it begins.
    }
  }
}
