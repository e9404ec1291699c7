// For pages that embed the story; optional. Gives each frame of the story the height of its content, tells it what of it is
// in the window if it asks, hands on what it says as events, and defines <luoyang-story>. A page may have several stories:
// the first copy of this script does the work for all, and the others only say where theirs is. The messages are listed
// in docs/embedding.md.
(() => {
  "use strict";
  const SOURCE = "luoyang-story";
  const VERSION = 1;
  if (!window.customElements) return;

  const script = document.currentScript;
  const base = new URL("./", script?.src || location.href).href;
  const first = customElements.get(SOURCE);
  if (first) return first.join?.({ script, base });

  /** The stories of this page: the element of the script that each came with, and the folder it lies in. */
  const stories = [{ script, base }];
  /** The height that a frame is given at most, in CSS pixels: three times that of the longest story at 300 pixels. */
  const HIGHEST = 400_000;
  const EVENTS = ["ready", "step", "select", "view-change", "share-meta", "source-open", "download", "error"];
  /** Frames that this script made, also where no selector finds them, and those that follow the window. */
  const made = new Set();
  const following = new Set();

  const isOpaque = (frame) => frame.hasAttribute("sandbox") && !frame.sandbox.contains("allow-same-origin");
  const origin = (frame) => {
    if (isOpaque(frame)) return "null";
    try {
      return new URL(frame.src, document.baseURI).origin;
    } catch {
      // An address that is none has nobody who speaks.
    }
  };
  // To whatever is in the frame: one without an origin could not be named, and nothing here is a secret.
  const ask = (frame, type, data = {}) =>
    frame.contentWindow?.postMessage(JSON.stringify({ source: SOURCE, v: VERSION, type, data }), "*");
  /** Frames from the folder where this script is from, and those that say so: all others are somebody else's. */
  const isOurs = ({ src, dataset }) => stories.some(({ base }) => src.startsWith(base)) || "luoyangStory" in dataset;
  const frames = () => [...made, ...[...document.querySelectorAll("iframe")].filter(isOurs)];

  /** Tells a frame which part of it the window shows: how far below its upper edge that begins, and the height. */
  const follow = (frame) => {
    if (!frame.isConnected) return following.delete(frame);
    // What is padding or border of the frame is not its page.
    const top = -frame.getBoundingClientRect().top - frame.clientTop;
    ask(frame, "viewport", { top, height: innerHeight });
  };
  let waiting = false;
  const moved = () => {
    if (waiting || !following.size) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      following.forEach(follow);
    });
  };
  addEventListener("scroll", moved, { capture: true, passive: true });
  addEventListener("resize", moved);

  const hear = {
    __proto__: null,
    ready(frame, data) {
      if (data.viewport !== true) return;
      following.add(frame);
      follow(frame);
    },
    height(frame, { height }) {
      if (!Number.isInteger(height) || height < 1 || height > HIGHEST) return;
      const style = getComputedStyle(frame);
      const edges = style.boxSizing === "border-box" ? frame.offsetHeight - frame.clientHeight : 0;
      frame.style.height = `${height + edges}px`;
      moved();
    },
    "scroll-to"(frame, { top }) {
      if (!Number.isFinite(top)) return;
      const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
      const y = scrollY + frame.getBoundingClientRect().top + frame.clientTop + top;
      scrollTo({ top: y, behavior: still ? "auto" : "smooth" });
    },
  };

  addEventListener("message", (event) => {
    if (typeof event.data !== "string" || !event.data.startsWith("{")) return;
    let message;
    try {
      message = JSON.parse(event.data);
    } catch {
      return;
    }
    const { source, v, type, data } = message;
    if (source !== SOURCE || v !== VERSION || typeof data !== "object" || !data) return;
    const frame = frames().find((one) => one.contentWindow === event.source);
    if (!frame || event.origin !== origin(frame)) return;
    if (type in hear) hear[type](frame, data);
    const element = made.has(frame) ? frame.parentNode : frame;
    if (type === "ready" && element !== frame) element?.started?.();
    if (EVENTS.includes(type)) element?.dispatchEvent(new CustomEvent(type, { detail: data }));
  });

  class LuoyangStory extends HTMLElement {
    static observedAttributes = ["src", "figure", "lang", "theme", "goto"];

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
      made.delete(this.frame);
      following.delete(this.frame);
      this.frame?.remove();
      this.frame = undefined;
    }

    attributeChangedCallback(name, before, now) {
      if (!this.frame || before === now) return;
      if (name === "src" || name === "figure") this.turn();
      // A frame that has not spoken yet does not listen yet.
      else if (this.alive) this.tell(name);
      else this.late.add(name);
    }

    tell(name) {
      const value = this.getAttribute(name);
      if (name === "goto") value && ask(this.frame, "goto", { id: value });
      else ask(this.frame, name, { [name]: value ?? (name === "theme" ? "auto" : "zh-Hans") });
    }

    /** Another copy of this script has come. */
    static join(story) {
      if (stories.some(({ base }) => base === story.base)) return;
      stories.push(story);
      for (const { parentNode } of made) parentNode?.turn();
      for (const frame of frames()) if (frame.src.startsWith(story.base)) ask(frame, "request-height");
    }

    /** The story of an element that names none: that of the script beside it, or else of the last before it. */
    get folder() {
      if (stories.length === 1) return base;
      const beside = [this.nextElementSibling, this.previousElementSibling];
      const before = stories.filter(({ script }) => script && script.compareDocumentPosition(this) & Node.DOCUMENT_POSITION_FOLLOWING);
      const order = (a, b) => (a.script.compareDocumentPosition(b.script) & Node.DOCUMENT_POSITION_FOLLOWING ? 1 : -1);
      const own = stories.find(({ script }) => script && beside.includes(script)) ?? before.sort(order)[0];
      return (own ?? stories[0]).base;
    }

    /** Shows what the element asks for now. */
    turn() {
      const address = this.address();
      if (this.frame.src !== address) this.frame.src = address;
    }

    /** `src` is the folder of the story, by default that of its script. */
    address() {
      const [figure, lang, theme, id] = ["figure", "lang", "theme", "goto"].map((name) => this.getAttribute(name));
      const story = new URL(this.getAttribute("src") || this.folder, document.baseURI);
      if (!story.pathname.endsWith("/")) story.pathname += "/";
      story.pathname += `${lang === "en" ? "en/" : ""}embed/${figure ? `${encodeURIComponent(figure)}/` : ""}`;
      story.searchParams.set("embed", "luoyang");
      if (theme) story.searchParams.set("theme", theme);
      if (id) story.hash = id;
      return story.href;
    }

    load() {
      this.near.disconnect();
      const frame = (this.frame = document.createElement("iframe"));
      made.add(frame);
      [this.alive, this.late] = [false, new Set()];
      frame.title = this.title || this.textContent.trim().slice(0, 200);
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
  customElements.define(SOURCE, LuoyangStory);

  // Frames that were there first have spoken to nobody.
  for (const frame of frames()) ask(frame, "request-height");
})();
