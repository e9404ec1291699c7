// The search: a combobox over the divisions and places that the build has filled in, each with the words that find it, and over
// what the page itself has, its chapters, figures and statements; what is not in this page is not offered. The list under the same
// map shows which places fit, too. It is asked for when somebody comes to its field (`share/needed.js`). A place is taken by a
// click on its option, which the program answers; the rest are ways within the page.
// FINDABLE is filled in by the build (`findable.rs` in `src/bin/prerender`), and TRADITIONAL: each traditional character with the
// simplified one of a name.

import { contents } from "./find/contents.js";
import { fill } from "./list/rows.js";

/** How many options are shown at once; half of them at least are of what comes second. */
const MOST = 10;
/** What parts the words that are looked for. */
const APART = /[\s、，和与]+|\band\b/u;
/** The languages of the story, in the order of what is filled in. */
const LANGUAGES = ["zh-Hans", "en"];
/** @type {Map<string, string>} */
const simplified = new Map([..."TRADITIONAL".matchAll(/(.)(.)/gu)].map(([, from, to]) => [from, to]));

const field = /** @type {HTMLInputElement} */ (document.getElementById(ID.find));
const list = /** @type {HTMLElement} */ (document.getElementById(ID.found));
const status = /** @type {HTMLElement} */ (document.getElementById(ID.foundCount));
const figure = /** @type {Element} */ (field.closest("figure"));
const own = LANGUAGES.indexOf(document.documentElement.lang);

/** @param {string} line */
const toOption = (line) => {
  const [place, zh, zhKind, en, enKind, words] = line.split("|");
  const names = [zh, en];
  const card = document.getElementById(`${ID.ofPlace}${place}`);
  const beside = card?.querySelector(`a[href*="?${QUERY.beside}="]`);
  return { place, name: names[own], kind: [zhKind, enKind][own], other: names[1 - own], words: words.split(" "), card, beside };
};
const options = "FINDABLE".split("\n").map(toOption).filter(({ card }) => card);
/** @typedef {typeof options[number]} Option */

/**
 * In small letters and simplified characters, without accents.
 * @param {string} text
 */
const folded = (text) => {
  const letters = text.toLowerCase().replaceAll("ü", "v").normalize("NFKD").replace(/\p{M}/gu, "");
  return [...letters].map((letter) => simplified.get(letter) ?? letter).join("");
};

/**
 * The same with letters and digits only, as the options are written; two numbers do not become one. Words stay apart.
 * @param {string} text
 */
const wordsApart = (text) =>
  folded(text)
    .replace(/(\p{N})(?!,\p{N}{3})([^\p{L}\p{N}]+)(?=\p{N})/gu, (_, digit, between) => digit + (between === "." ? "_" : "~"))
    .replace(/[^\p{L}\p{N}_~ ]/gu, "");

/**
 * The same in one.
 * @param {string} text
 */
const plain = (text) => wordsApart(text).replaceAll(" ", "");

/**
 * Whether it is said: a number by its beginning, for 5 is not meant by who reads 25 or 1.5, and by what it is rounded to.
 * @type {(said: string, typed: string) => boolean}
 */
const holds = (said, typed) =>
  /^\p{N}/u.test(typed)
    ? new RegExp(`(^|[^\\p{N}_])(${typed}|${Number(typed) - 1}_[5-9])`, "u").test(said)
    : said.includes(typed);

/** @param {string} text */
const isHan = (text) => /\p{Script=Han}/u.test(text);

/**
 * A word answers by its beginning; Chinese, and what is longer than initials, by any part.
 * @type {(word: string, typed: string) => boolean}
 */
const answers = (word, typed) => word.startsWith(typed) || ((typed.length > 2 || isHan(typed)) && word.includes(typed));

/**
 * What was typed but for one slip, as patterns: a letter that is wrong, missing or too many, or two exchanged. None of what is
 * too short for that.
 * @param {string} typed
 * @param {number} least
 */
const slips = (typed, least) => {
  const letters = [...typed];
  if (letters.length < least) return "$^";
  const slip = (/** @type {string} */ letter, /** @type {number} */ at) => {
    const before = letters.slice(0, at).join("");
    const [next = "", ...others] = letters.slice(at + 1);
    const after = others.join("");
    return `${before}(.?${next}${after}|.${letter}${next}${after}|${next}${letter}${after})`;
  };
  return letters.map(slip).join("|");
};

/**
 * Whether what the page says of a place has it: a kind, a street, a town that is not on the map. Chinese has no spaces, so
 * that what a comma parts is not one word.
 * @type {(option: Option, typed: string) => boolean}
 */
const isToldOf = ({ card }, typed) => {
  const said = card?.textContent ?? "";
  return isWord(typed) && holds(isHan(typed) ? folded(said) : plain(said), typed);
};

/**
 * What fits, by name, else by name with a slip, else by what is said; and how that is called in the field's words.
 * @param {string} typed
 * @returns {[string, boolean[]]}
 */
const fitting = (typed) => {
  const named = options.map(({ words }) => words.some((word) => answers(word, typed)));
  if (named.includes(true)) return [DATA.before, named];
  const slip = new RegExp(`^(${slips(typed, isHan(typed) ? 3 : 4)})`);
  const near = options.map(({ words }) => words.some((word) => slip.test(word)));
  if (near.includes(true)) return [DATA.near, near];
  const told = options.map((option) => isToldOf(option, typed));
  if (told.includes(true)) return [DATA.told, told];
  // What is too short to be looked for in sentences may be said all the same.
  return [isWord(typed) ? DATA.nothing : "", told];
};

/**
 * The same; where nothing has all that was typed, what is called by a part of it: the names of several.
 * @param {string} typed
 * @param {string[]} parts
 * @returns {[string, boolean[]]}
 */
const fittingAll = (typed, parts) => {
  const whole = fitting(typed);
  const each = parts.length > 1 && !whole[1].includes(true) ? parts.map(fitting) : [];
  const named = each.filter(([called]) => called === DATA.before);
  return named.length ? [DATA.before, options.map((_, index) => named.some(([, fits]) => fits[index]))] : whole;
};

/** @param {boolean} opened */
const open = (opened) => {
  field.ariaExpanded = `${opened}`;
  list.hidden = !opened;
};

const shown = () => /** @type {HTMLElement[]} */ ([...list.children]);
/** @type {HTMLElement | undefined} */
let chosen;

/**
 * Marks an option as the one that Enter takes.
 * @param {HTMLElement} [option]
 */
const choose = (option) => {
  for (const other of shown()) other.ariaSelected = `${other === option}`;
  chosen = option;
  option?.scrollIntoView({ block: "nearest" });
  if (option) field.setAttribute("aria-activedescendant", option.id);
  else field.removeAttribute("aria-activedescendant");
};

const close = () => {
  open(false);
  choose();
};

/**
 * What stands in the list: a name, and beside it, smaller, what tells it from others.
 * @type {(id: string | number, name: string, ...beside: (string | Node)[]) => HTMLElement}
 */
const row = (id, name, ...beside) => {
  const row = document.createElement("li");
  row.id = `${ID.find}-${id}`;
  row.setAttribute("role", "option");
  row.ariaSelected = "false";
  const said = document.createElement("small");
  said.append(...beside);
  row.append(name, " ", said);
  return row;
};

/** @type {(option: Option) => HTMLElement} */
const shownAs = ({ place, name, kind, other }) => {
  const beside = document.createElement("span");
  beside.lang = LANGUAGES[1 - own];
  beside.textContent = other;
  const option = row(place, name, kind, " ", beside);
  option.dataset[DATA.place] = place;
  return option;
};

/** @type {(way: { name: string, kind: string, go: () => void }, id: string | number) => HTMLElement} */
const shownAsWay = ({ name, kind, go }, id) => {
  const option = row(id, name, kind);
  option.addEventListener("click", (event) => {
    // A click on nothing of the page's own would close the source that this opens.
    event.stopPropagation();
    close();
    go();
  });
  return option;
};

/**
 * The way to regions beside each other, where several are meant: that of the first with the others after it.
 * @param {Option[]} found
 */
const besideEachOther = (found) => {
  const regions = found.filter(({ beside }) => beside);
  const [first, ...others] = regions;
  const go = () => {
    location.href = [first.beside, ...others.map(({ place }) => place)].join(".");
  };
  return others.length ? [{ name: `${first.beside?.textContent}`, kind: regions.map(({ name }) => name).join(" · "), go }] : [];
};

/**
 * Whether it is long enough to be looked for within sentences.
 * @param {string} typed
 */
const isWord = (typed) => isHan(typed) || typed.length > (/^\p{N}/u.test(typed) ? 1 : 3);

/** @type {(option: Option) => number} */
const lengthOf = ({ card }) => card?.textContent?.length ?? 0;

/** The reader has typed: shows what fits, and says how many that are, or what there is instead. */
const find = () => {
  const typed = plain(field.value);
  const parts = field.value.split(APART).map(plain).filter((part) => part);
  const [called, fits] = typed ? fittingAll(typed, parts) : ["", options.map(() => false)];
  const pool = isWord(typed) ? contents(wordsApart) : [];
  const exact = pool.filter(({ words }) => parts.every((part) => holds(words, part)));
  // Short words are too much like others, no number stands for another, and no end of a word for the beginning of one.
  /** @type {(part: string) => (way: import("./find/contents.js").Way) => boolean} */
  const nearly = (part) => {
    const slip = new RegExp(isHan(part) ? slips(part, 4) : `\\b(${slips(part, 6)})`);
    return ({ words, apart }) => holds(words, part) || slip.test(isHan(part) ? words : apart);
  };
  const near = parts.map(nearly);
  const told = exact.length || called !== DATA.nothing || Number(typed) ? exact : pool.filter((way) => near.every((fits) => fits(way)));
  // What is said with these words is more than a name that is nearly like them.
  const found = told.length && called === DATA.near ? [] : options.filter((_, index) => fits[index]);
  const how = exact.length ? DATA.before : told.length ? DATA.near : called;
  // What says little else says it first.
  if (called === DATA.told) found.sort((one, other) => lengthOf(one) - lengthOf(other));
  const together = parts.length > 1 ? besideEachOther(found) : [];
  const named = [...found.map((option) => () => shownAs(option)), ...together.map((way) => () => shownAsWay(way, "beside"))];
  const ways = told.map((way, index) => () => shownAsWay(way, index));
  const [first, second] = called === DATA.before ? [named, ways] : [ways, named];
  const shown = [...first.slice(0, MOST - Math.min(MOST / 2, second.length)), ...second].slice(0, MOST);
  list.replaceChildren(...shown.map((show) => show()));
  const places = new Set(found.map(({ place }) => place));
  for (const way of /** @type {NodeListOf<HTMLElement>} */ (figure.querySelectorAll(`.${CLASS.places} a[${ATTRIBUTE.place}]`)))
    way.parentElement?.classList.toggle(CLASS.miss, !!typed && found.length > 0 && !places.has(`${way.dataset[DATA.place]}`));
  const count = named.length + told.length;
  open(count > 0);
  choose();
  // On a phone the keyboard leaves little of the window, and the list would begin below it.
  if (count && list.getBoundingClientRect().bottom > (window.visualViewport?.height ?? innerHeight)) field.scrollIntoView();
  const said = `${status.dataset[how] ?? ""}`;
  status.textContent = count ? said + count + status.dataset[DATA.after] : said;
  // Who sees the list sees how many there are.
  status.classList.toggle(CLASS.unseen, how === DATA.before || !how);
};

/** @type {Record<string, () => void>} */
const keys = {
  ArrowDown: () => choose(shown()[(chosen ? shown().indexOf(chosen) + 1 : 0) % shown().length]),
  ArrowUp: () => choose(shown().at((chosen ? shown().indexOf(chosen) : 0) - 1)),
  Enter: () => (chosen ?? shown()[0]).click(),
};

field.addEventListener("input", find);
field.addEventListener("keydown", (event) => {
  // What belongs to an input method is not for the list: WebKit says of the key that ends one only that it is none (229).
  if (event.isComposing || event.keyCode === 229) return;
  const opened = !list.hidden;
  if (event.key === "Escape" && opened) close();
  else if (event.key === "Escape") {
    field.value = "";
    find();
  } else if (event.key in keys && shown().length && (opened || event.key !== "Enter")) {
    event.preventDefault();
    open(true);
    keys[event.key]();
  }
});
/** @param {EventTarget | null} to */
const isHere = (to) => to instanceof Element && !!to.closest(`.${CLASS.searchBox}`);
field.addEventListener("focusout", (event) => isHere(event.relatedTarget) || close());
// After the program, which has taken the option by then.
document.addEventListener("click", ({ target }) => target === field || close());
for (const places of figure.querySelectorAll(`.${CLASS.places}`)) fill(places);
find();
