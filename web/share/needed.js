// What most readers never need is asked for when it is: the search, when the pointer or the focus comes to its field.
// FIND_JS is filled in by the build.

/** @param {Event} event */
const askFor = ({ target }) => {
  // @ts-ignore: there once the site has been built.
  if (target instanceof Element && target.id === "find") import("./FIND_JS");
};

export const askWhenNeeded = () => {
  for (const coming of ["pointerover", "focusin", "input"]) document.addEventListener(coming, askFor);
};
