// The gazetteer's regions beside each other: whoever has chosen some reads what is said of these alone, in columns. The choice
// stands in the address, so that it can be passed on, and ways lead to a region with it.

/** Between the regions in the address: no id has it, and it needs no escape there. */
const BETWEEN = ".";

/** @param {HTMLElement} choices */
const answer = (choices) => {
  const boxes = [...choices.querySelectorAll("input")];
  const count = choices.querySelector(`.${CLASS.count}`);
  const form = `${choices.dataset[DATA.form]}`;
  const section = /** @type {HTMLElement} */ (choices.closest("section"));
  const parts = /** @type {HTMLElement[]} */ ([...section.querySelectorAll(`tr[${ATTRIBUTE.place}], article`)]);

  const show = () => {
    const chosen = boxes.filter(({ checked }) => checked).map(({ value }) => value);
    section.classList.toggle(CLASS.compared, chosen.length > 0);
    for (const part of parts) {
      const region = part.dataset[DATA.place] ?? part.id.slice(ID.ofPlace.length);
      part.hidden = chosen.length > 0 && !chosen.includes(region);
    }
    if (count) count.textContent = chosen.length ? form.replace("#", `${chosen.length}`) : "";
    return chosen;
  };

  /** @param {string[]} chosen */
  const write = (chosen) => {
    const address = new URL(location.href);
    if (chosen.length) address.searchParams.set(QUERY.beside, chosen.join(BETWEEN));
    else address.searchParams.delete(QUERY.beside);
    try {
      history.replaceState(history.state, "", address);
    } catch {
      // Forbidden: what is shown stays.
    }
    leadOn(chosen);
  };

  // The other language shows the same.
  /** @param {string[]} chosen */
  const leadOn = (chosen) => {
    for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(`a[${ATTRIBUTE.language}]`)))
      link.search = chosen.length ? `${QUERY.beside}=${chosen.join(BETWEEN)}` : "";
  };

  const asked = new URL(location.href).searchParams.get(QUERY.beside)?.split(BETWEEN) ?? [];
  // What a browser has kept of an earlier visit is no choice.
  for (const box of boxes) box.checked = asked.includes(box.value);
  choices.inert = false;
  leadOn(show());
  choices.addEventListener("change", () => write(show()));
};

/** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(`.${CLASS.compare}`)).forEach(answer);
