// Runs before the first paint and only sets what the style sheet reads, so that nothing jumps or flashes:
// the colours that the reader chose, and whether the story is told step by step. Without it the page
// follows the system and is told in full. So does a story in another page's frame, until that page says what of
// it the reader sees (embed.js).
{
  const root = document.documentElement;
  const query = new URLSearchParams(location.search);
  const { [DATA.embed]: embed, [DATA.other]: other } = root.dataset;
  if (embed) {
    // A frame may be asked for in a language, which its page in that language then shows.
    const lang = query.get(QUERY.lang);
    query.delete(QUERY.lang);
    const asked = { "zh-Hans": "zh-Hans", zh: "zh-Hans", en: "en" }[`${lang}`];
    const rest = query.toString();
    if (asked && asked !== root.lang) location.replace(other + (rest && `?${rest}`) + location.hash);
    if (query.get(QUERY.chrome) === "0") root.dataset[DATA.chrome] = "0";
  }
  /** @type {(value: string | null, ...known: string[]) => string | undefined} */
  const one = (value, ...known) => known.find((one) => one === value);
  let theme = one(query.get(QUERY.theme), THEME.light, THEME.dark);
  try {
    // A frame has the colours of the page around it, which are no choice of the reader's.
    if (!embed && !theme) theme = one(localStorage.getItem("STORY_HANDLE-theme"), THEME.light, THEME.dark);
  } catch {
    // A frame of opaque origin has no storage.
  }
  if (theme) root.dataset[DATA.theme] = theme;
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const framed = embed && parent !== window;
  if (framed) root.dataset[DATA.framed] = "";
  const asked = framed ? MODE.flat : one(query.get(QUERY.mode), MODE.steps, MODE.flat);
  const mode = asked ?? (still || embed ? MODE.flat : MODE.steps);
  if (typeof WebAssembly === "object") root.dataset[DATA.mode] = mode;
  // Whoever begins at the top need not wait for the rest: it may be laid out later. A frame says how high all of it is.
  const [navigation] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
  if (!embed && navigation?.type === "navigate" && !location.hash && !location.search) root.dataset[DATA.later] = "";
}
