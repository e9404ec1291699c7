// Tables unfold on paper: style sheets can do that only where the hidden content can be named.

/** @param {boolean} open */
const unfold = (open) => {
  for (const one of /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll("details.data-table"))) {
    if (open && one.open) one.dataset.kept = "";
    else if (!("kept" in one.dataset)) one.open = open;
    if (!open) delete one.dataset.kept;
  }
};
addEventListener("beforeprint", () => unfold(true));
addEventListener("afterprint", () => unfold(false));
