// Tables unfold on paper: style sheets can do that only where the hidden content can be named.

/** @param {boolean} open */
const unfold = (open) => {
  for (const one of /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll(`details.${CLASS.dataTable}, details.${CLASS.folded}`))) {
    if (open && one.open) one.dataset[DATA.kept] = "";
    else if (!(DATA.kept in one.dataset)) one.open = open;
    if (!open) delete one.dataset[DATA.kept];
  }
};
addEventListener("beforeprint", () => unfold(true));
addEventListener("afterprint", () => unfold(false));
