// Only in the review: J and K go from one mark to the next, the bar says what it is of, initials are kept in this browser until
// they are saved as a file.
"use strict";
(() => {
  const told = JSON.parse(document.getElementById(ID.reviewData).textContent);
  const bar = document.getElementById(ID.review);
  const marks = [...document.querySelectorAll(`.${CLASS.reviewLoose}, [${ATTRIBUTE.lacks}], [${ATTRIBUTE.review}]`)];
  const STORE = `initials of ${told.story}`;
  const kept = { ...told.initials, ...JSON.parse(localStorage.getItem(STORE) || "{}") };
  const isSigned = (id) => kept[id]?.by && kept[id].row === told.facts[id]?.row;
  let now = -1;
  const line = (text, className) => {
    const p = document.createElement("p");
    p.textContent = text;
    if (className) p.className = className;
    return p;
  };
  const count = () => {
    const ids = Object.keys(told.facts);
    return `${told.words.signed} ${ids.filter(isSigned).length} / ${ids.length}`;
  };
  const sign = (id, by) => {
    kept[id] = { by, row: told.facts[id].row };
    if (!by) delete kept[id];
    localStorage.setItem(STORE, JSON.stringify(kept));
    bar.querySelector(`.${CLASS.count}`).textContent = count();
  };
  const save = () => {
    const link = document.createElement("a");
    const sorted = Object.fromEntries(Object.entries(kept).sort(([one], [other]) => (one < other ? -1 : 1)));
    link.href = URL.createObjectURL(new Blob([`${JSON.stringify(sorted, null, 2)}\n`], { type: "application/json" }));
    link.download = told.file;
    link.click();
  };
  const show = () => {
    const mark = marks[now];
    bar.replaceChildren(line(`${marks.length ? now + 1 : 0} / ${marks.length} · J K`));
    if (mark?.matches(`.${CLASS.reviewLoose}`)) bar.append(line(`${told.words.loose} ${mark.textContent}`, "loose"));
    const id = mark?.closest(`[${ATTRIBUTE.review}]`)?.dataset[DATA.review];
    const fact = id && told.facts[id];
    if (fact) {
      bar.append(line(`${fact.number} ${id} · ${fact.kind} · ${fact.speaker} · ${fact.value}`), line(fact.statement));
      if (fact.sentence) bar.append(line(fact.sentence, "sentence"));
      if (fact.lacks) bar.append(line(`${told.words.lacks} ${fact.lacks}`, "lacks"));
      const input = document.createElement("input");
      input.value = isSigned(id) ? kept[id].by : "";
      input.setAttribute("aria-label", told.words.initials);
      input.placeholder = told.words.initials;
      input.addEventListener("change", () => sign(id, input.value.trim()));
      bar.append(input);
    }
    const button = document.createElement("button");
    button.textContent = told.words.save;
    button.addEventListener("click", save);
    bar.append(Object.assign(line(count()), { className: CLASS.count }), button);
  };
  const go = (by) => {
    if (!marks.length) return;
    marks[now]?.classList.remove(CLASS.reviewNow);
    now = (now + by + marks.length) % marks.length;
    const mark = marks[now];
    mark.classList.add(CLASS.reviewNow);
    for (let around = mark.closest("details"); around; around = around.parentElement.closest("details")) around.open = true;
    mark.scrollIntoView({ block: "center" });
    show();
  };
  addEventListener("keydown", (event) => {
    if (event.target.matches("input") || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "j" || event.key === "J") go(1);
    if (event.key === "k" || event.key === "K") go(now < 0 ? 0 : -1);
  });
  show();
})();
