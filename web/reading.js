// What a reader sees of an element.

/** @param {Element} element */
export const isDrawn = (element) => element.getClientRects().length > 0 && getComputedStyle(element).visibility !== "hidden";

/**
 * Its words, as one line.
 * @param {Element | null | undefined} element
 */
export const wordsOf = (element) => (element?.textContent ?? "").replace(/\s+/g, " ").trim();
