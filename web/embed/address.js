// What the frame was asked for, what its reader has chosen since, and its page in the other language.

export const root = document.documentElement;

/** Names in the address that are none of the story's: they are for the host's script or this one. */
export const FOREIGN = [QUERY.lang, QUERY.chrome, QUERY.embed, "childId", "initialWidth", "parentTitle", "parentUrl"];
/** What the frame was asked for. */
export const asked = new URLSearchParams(location.search);
/** What the reader has chosen since. */
export const choices = { now: new URLSearchParams(location.search) };
/** The address that the host has given the frame, by which it knows it; what the reader chooses changes it here. */
export const given = new URL(location.href);

/** Whether the frame is as high as its content: then there is nothing to scroll in it. */
export const fits = () => DATA.fits in root.dataset;

/**
 * Goes to the page in the other language, with everything that was asked for and chosen; false if there is none.
 * @param {unknown} lang
 */
export const turnTo = (lang) => {
  const other = root.dataset[DATA.other] ?? document.querySelector(`[${ATTRIBUTE.language}]`)?.getAttribute(ATTRIBUTE.language);
  if ((lang !== "en" && lang !== "zh-Hans") || lang === root.lang || !other) return false;
  const url = new URL(other, location.href);
  for (const [name, value] of choices.now) url.searchParams.set(name, value);
  // The story's own address forgets what it does not know.
  for (const name of [...FOREIGN, QUERY.mode]) {
    const value = asked.get(name);
    if (value !== null && !choices.now.has(name)) url.searchParams.set(name, value);
  }
  const theme = root.dataset[DATA.theme] ?? asked.get(QUERY.theme);
  if (theme) url.searchParams.set(QUERY.theme, theme);
  url.searchParams.delete(QUERY.lang);
  url.hash = location.hash;
  location.replace(url);
  return true;
};
