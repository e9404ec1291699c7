// The element that makes a frame of the story.

import { SOURCE } from "../envelope.js";
import { ask, frames, made, stories } from "./frames.js";
import { following } from "./window.js";

/** @typedef {import("./frames.js").Story} Story */

/** @type {(one: Node, other: Node) => number} */
const isBefore = (one, other) => one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING;

export class StoryElement extends HTMLElement {
  static observedAttributes = ["src", "figure", "lang", "theme", "goto"];

  /** @type {HTMLIFrameElement | undefined} */
  frame;
  /** @type {IntersectionObserver | undefined} */
  near;
  alive = false;
  /**
   * What was said before the frame could hear.
   * @type {Set<string>}
   */
  late = new Set();

  connectedCallback() {
    if (!this.style.display) this.style.display = "block";
    this.near = new IntersectionObserver(
      ([...entries]) => entries.some((entry) => entry.isIntersecting) && this.load(),
      { rootMargin: "200%" },
    );
    // Without content it has no size, and is still to be found.
    this.near.observe(this);
  }

  disconnectedCallback() {
    this.near?.disconnect();
    if (!this.frame) return;
    made.delete(this.frame);
    following.delete(this.frame);
    this.frame.remove();
    this.frame = undefined;
  }

  /** @type {(name: string, before: string | null, now: string | null) => void} */
  attributeChangedCallback(name, before, now) {
    if (!this.frame || before === now) return;
    if (name === "src" || name === "figure") this.turn();
    // A frame that has not spoken yet does not listen yet.
    else if (this.alive) this.tell(name);
    else this.late.add(name);
  }

  /** @param {string} name */
  tell(name) {
    if (!this.frame) return;
    const value = this.getAttribute(name);
    if (name === "goto") {
      if (value) ask(this.frame, "goto", { id: value });
      return;
    }
    // Whatever an editor has written there: the frame decides what it takes.
    const said = /** @type {any} */ ({ [name]: value ?? (name === "theme" ? "auto" : "zh-Hans") });
    ask(this.frame, /** @type {"theme" | "lang"} */ (name), said);
  }

  /**
   * Another copy of this script has come.
   * @param {Story} story
   */
  static join(story) {
    if (stories.some(({ base }) => base === story.base)) return;
    stories.push(story);
    for (const { parentElement } of made) if (parentElement instanceof StoryElement) parentElement.turn();
    for (const frame of frames()) if (frame.src.startsWith(story.base)) ask(frame, "request-height", {});
  }

  /** The story of an element that names none: that of the script beside it, or else of the last before it. */
  get folder() {
    if (stories.length === 1) return stories[0].base;
    const beside = [this.nextElementSibling, this.previousElementSibling];
    const before = stories.filter(({ script }) => script && isBefore(script, this));
    /** @type {(a: Story, b: Story) => number} */
    const order = (a, b) => (a.script && b.script && isBefore(a.script, b.script) ? 1 : -1);
    const own = stories.find(({ script }) => script && beside.includes(script)) ?? before.sort(order)[0];
    return (own ?? stories[0]).base;
  }

  /** Shows what the element asks for now. */
  turn() {
    const address = this.address();
    if (this.frame && this.frame.src !== address) this.frame.src = address;
  }

  /** `src` is the folder of the story, by default that of its script. */
  address() {
    const [figure, lang, theme, id] = ["figure", "lang", "theme", "goto"].map((name) => this.getAttribute(name));
    const story = new URL(this.getAttribute("src") || this.folder, document.baseURI);
    if (!story.pathname.endsWith("/")) story.pathname += "/";
    story.pathname += `${lang === "en" ? "en/" : ""}embed/${figure ? `${encodeURIComponent(figure)}/` : ""}`;
    story.searchParams.set(QUERY.embed, SOURCE);
    if (theme) story.searchParams.set(QUERY.theme, theme);
    if (id) story.hash = id;
    return story.href;
  }

  load() {
    this.near?.disconnect();
    const frame = document.createElement("iframe");
    this.frame = frame;
    made.add(frame);
    this.alive = false;
    this.late.clear();
    frame.title = this.title || (this.textContent ?? "").trim().slice(0, 200);
    frame.setAttribute("sandbox", "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads");
    frame.allow = "clipboard-write";
    frame.referrerPolicy = "strict-origin-when-cross-origin";
    frame.style.cssText = "border:0;display:block;width:0;min-width:100%;height:0";
    frame.src = this.address();
    this.append(frame);
  }

  /** The frame answers: what stood here in its stead can go. */
  started() {
    for (const node of [...this.childNodes]) if (node !== this.frame) node.remove();
    this.alive = true;
    for (const name of this.late) this.tell(name);
    this.late.clear();
  }
}
