// What the page has besides places: its chapters and figures by their headings, and each statement by its card.

import { isDrawn, wordsOf } from "../reading.js";

/** @typedef {{ name: string, kind: string, words: string, apart: string, go: () => void }} Way */

/**
 * Leads to a chapter or figure as a link would.
 * @param {Element} part
 */
const leadTo = (part) => {
  location.hash = part.id;
  part.scrollIntoView();
};

/**
 * Leads to where a statement is made, and opens its source there; where no words say it, the card alone.
 * @param {Element} card
 */
const openSource = (card) => {
  const links = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(`main a[href="#${card.id}"]`));
  const link = [...links].find(isDrawn);
  if (!link) {
    location.hash = card.id;
    return;
  }
  link.scrollIntoView({ block: "center" });
  link.click();
};

/** @type {Way[] | undefined} */
let all;

/**
 * The chapters first, then the figures, then the statements, each in the order of the page.
 * @param {(text: string) => string} written How words are written to be looked for.
 */
export const contents = (written) => {
  if (all) return all;
  /** The words as they are looked for, together and each for itself. @param {string} said */
  const told = (said) => {
    const apart = written(said);
    return { words: apart.replaceAll(" ", ""), apart };
  };
  /** @type {(parts: string, head: string, kind: (part: Element) => string) => Way[]} */
  const headed = (parts, head, kind) =>
    [...document.querySelectorAll(parts)].map((part) => {
      const name = wordsOf(part.querySelector(head));
      return { name, kind: kind(part), ...told(`${name} ${kind(part)}`), go: () => leadTo(part) };
    });
  // What the header calls the chapter.
  /** @type {(part: Element) => string} */
  const chapter = (part) => wordsOf(document.querySelector(`.${CLASS.bar} a[href$="#${part.closest("section")?.id}"]`));
  const cards = [...document.querySelectorAll(`[id^="${ID.ofFact}"]`)];
  all = [
    ...headed("main section[id]", "h2:not(figure *)", chapter),
    ...headed(`figure[${ATTRIBUTE.figure}]`, "h3", chapter),
    ...cards.map((card) => {
      const where = card.querySelector("small");
      const number = card.querySelector("b");
      const said = [...card.childNodes].filter((node) => node !== where);
      const name = said.map((node) => (node === number ? `${node.textContent} ·` : node.textContent)).join("");
      // What a number is worked out from stands in its source.
      return { name, kind: wordsOf(where).split(/[:：.。]/)[0], ...told(name), go: () => openSource(card) };
    }),
  ].filter(({ name }) => name);
  return all;
};
