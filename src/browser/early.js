// Runs before the first paint and only sets what the style sheet reads, so that nothing jumps or flashes:
// the colours that the reader chose, and whether the story is told step by step. Without it the page
// follows the system and is told in full. So does a story in another page's frame, until that page says what of
// it the reader sees (embed.js).
{
  const root = document.documentElement;
  const query = new URLSearchParams(location.search);
  const one = (value, ...known) => (known.includes(value) ? value : undefined);
  let theme = one(query.get("theme"), "light", "dark");
  const system = query.get("theme") === "auto";
  try {
    if (!system) theme ??= one(localStorage.getItem("theme"), "light", "dark");
  } catch {
    // A frame of opaque origin has no storage.
  }
  if (theme) root.dataset.theme = theme;
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const framed = "embed" in root.dataset && parent !== window;
  if (framed) root.dataset.framed = "";
  const mode = framed ? "flat" : one(query.get("mode"), "steps", "flat") ?? (still ? "flat" : "steps");
  if (typeof WebAssembly === "object") root.dataset.mode = mode;
}
