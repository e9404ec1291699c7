// Buttons copy and share, and are shown only where that can work.

/** @type {(selector: string, can: boolean) => void} */
const offer = (selector, can) => {
  if (can) for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(selector))) button.hidden = false;
};

/**
 * Says beside a button what became of it; what could not be copied stands there, selected.
 * @param {Element} button
 * @param {string} [text]
 */
const tell = (button, text) => {
  const told = /** @type {HTMLElement | undefined} */ (button.parentElement?.querySelector("[role=status]"));
  if (!told) return;
  told.textContent = text === undefined ? `${told.dataset[DATA.done]}` : `${told.dataset[DATA.failed]} `;
  if (text === undefined) return;
  const code = document.createElement("code");
  code.textContent = text;
  told.append(code);
  getSelection()?.selectAllChildren(code);
};

/** @type {(button: Element, text: string) => Promise<void>} */
const copy = (button, text) =>
  navigator.clipboard.writeText(text).then(
    () => tell(button),
    () => tell(button, text),
  );

/** What the source card says of a fact, its row, and the address that opens it. */
const quotation = () => {
  // Between the number and where it stands: what it says.
  const parts = [...(document.querySelector(`#${ID.sourceCard} .${CLASS.slot}`)?.childNodes ?? [])];
  /** @param {Node[]} nodes */
  const plain = (nodes) => nodes.map((node) => node.textContent).join("").replace(/\s+/g, " ").trim();
  /** @type {(node: Node, name: string) => boolean} */
  const is = (node, name) => node instanceof Element && node.classList.contains(name);
  const words = parts.filter((node) => !is(node, CLASS.value) && !is(node, CLASS.where));
  const where = parts.filter((node) => is(node, CLASS.where));
  const fact = new URLSearchParams(location.search).get(QUERY.fact);
  const { [DATA.story]: story, [DATA.title]: title } = document.documentElement.dataset;
  const url = new URL(story || location.pathname, location.href);
  url.hash = "";
  if (fact) url.search = `${QUERY.fact}=${fact}`;
  return [plain(words), plain(where), title, url.href].filter(Boolean).join("\n");
};

/**
 * A figure's link is copied as it stands, with the reader's choices in it; where that cannot be, it is followed.
 * @param {Event} event
 * @param {HTMLAnchorElement} link
 */
const copyLink = (event, link) => {
  event.preventDefault();
  const url = new URL(link.href);
  // It leads to the figure, and the step that is read is another place.
  url.searchParams.delete(QUERY.step);
  const copied = () => {
    link.textContent = `${/** @type {HTMLElement | null} */ (document.querySelector(`[${ATTRIBUTE.done}]`))?.dataset[DATA.done]}`;
    const announcer = document.getElementById(ID.announcer);
    const title = document.getElementById(url.hash.slice(1))?.querySelector("h2, h3");
    if (announcer) announcer.textContent = `${link.textContent} ${title?.textContent ?? ""}`.trim();
  };
  navigator.clipboard.writeText(url.href).then(copied, () => location.assign(link.href));
};

let canCopy = false;

/** @param {Event} event */
const answer = (event) => {
  const target = event.target instanceof Element ? event.target : null;
  const link = target?.closest(`a[${ATTRIBUTE.link}]`);
  if (canCopy && link instanceof HTMLAnchorElement) return copyLink(event, link);
  const button = target?.closest("button");
  if (!button) return;
  const {
    [DATA.copy]: id,
    [DATA.copyView]: copyView,
    [DATA.copyQuotation]: copyQuotation,
    [DATA.share]: share,
  } = button.dataset;
  if (id !== undefined) copy(button, document.getElementById(id)?.textContent?.trim() ?? "");
  else if (copyView !== undefined) copy(button, location.href);
  else if (copyQuotation !== undefined) copy(button, quotation());
  else if (share !== undefined) {
    const summary = /** @type {HTMLMetaElement | null} */ (document.querySelector('meta[name="description"]'))?.content;
    // Whoever changes their mind has not failed.
    navigator.share({ title: document.title, text: summary ?? "", url: location.href }).catch(() => {});
  }
};

/** Shows the buttons that can do what they say, and answers them. */
export const answerButtons = () => {
  const policy = document.permissionsPolicy ?? document.featurePolicy;
  const mayCopy = self.origin !== "null" && (policy?.allowsFeature("clipboard-write") ?? true);
  canCopy = isSecureContext && !!navigator.clipboard?.writeText && mayCopy;
  const shown = { title: document.title, url: location.href };
  // A frame that may not share is told so only when it tries; to ask before has browsers without it complain.
  const canShare = isSecureContext && window === parent && !!navigator.canShare?.(shown);
  offer(`[${ATTRIBUTE.copy}], [${ATTRIBUTE.copyView}], [${ATTRIBUTE.copyQuotation}]`, canCopy);
  offer(`[${ATTRIBUTE.share}]`, canShare);
  document.addEventListener("click", answer);
};
