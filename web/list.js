// Fills the list below a map when its reader opens it: asked for with the first that is opened (`share/needed.js`).

import { fill } from "./list/rows.js";

/** @param {unknown} target */
const fillOpened = (target) => {
  if (target instanceof Element && target.matches(`.${CLASS.places}[open]`)) fill(target);
};
document.addEventListener("toggle", ({ target }) => fillOpened(target), true);
for (const opened of document.querySelectorAll(`.${CLASS.places}`)) fillOpened(opened);
