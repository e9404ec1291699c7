// The card that says what the data have on a division, and what follows a choice.

const card = document.getElementById("card");
const [close, name, list] = card.children;
const followers = new Set();
let chosen = null;

/// Calls back with the division that is chosen, now and whenever another is.
export function follow(callback) {
  followers.add(callback);
  callback(chosen);
}

export function choose(division) {
  chosen = division?.id ?? null;
  card.hidden = !division;
  if (division) {
    name.textContent = division.name;
    list.replaceChildren(...(division.lines.length ? division.lines : [["本页未提及。", ""]]).map(line));
  }
  for (const callback of followers) callback(chosen);
  history.replaceState(null, "", chosen ? `#${chosen}` : location.pathname);
}

function line([words, source]) {
  const item = document.createElement("li");
  const small = document.createElement("small");
  small.textContent = source;
  item.append(words, " ", small);
  return item;
}

close.addEventListener("click", () => choose(null));
addEventListener("keydown", (event) => event.key === "Escape" && choose(null));
