// In another page's frame: tells the host how high the content is, in the words that the host understands, says what
// the reader does, and does what the host asks. A classic script, because a module is a request across origins where a
// sandbox leaves the frame without an origin of its own. Nothing here may fail loudly, neither in the frame nor in the
// host; the messages are listed in docs/embedding.md.
(() => {
  "use strict";
  const root = document.documentElement;
  if (!("embed" in root.dataset)) return;

  const SOURCE = "luoyang-story";
  const VERSION = 1;
  /**
   * How long a host of an unknown kind has to answer to the question that is safe to ask: so many times so many
   * milliseconds. Times in which this thread was too busy to hear the answer do not count.
   */
  const PATIENCE = 20;
  const BEAT = 50;
  /** After how many of them it is asked again: its script may have come later than this one. */
  const AGAIN = 5;
  /** How long a host may take to give the frame the height that was asked for, in milliseconds. */
  const GRACE = 500;
  /** Below this height a window has no room for a map that stays, as in style/story.css: CSS pixels. */
  const LOW = 500;
  /** A phone's bars come and go within this part of the window's height, and must not change the layout. */
  const BARS = 0.2;

  /** Names in the address that are none of the story's: they are for the host's script or this one. */
  const FOREIGN = ["lang", "chrome", "embed", "childId", "initialWidth", "parentTitle", "parentUrl"];
  /** What the frame was asked for, and what the reader has chosen since. */
  const asked = new URLSearchParams(location.search);
  let chosen = new URLSearchParams(location.search);
  /** The address that the host has given the frame, by which it knows it; what the reader chooses changes it here. */
  const given = new URL(location.href);

  /** Goes to the page in the other language, with everything that was asked for and chosen; false if there is none. */
  const turnTo = (lang) => {
    const other = root.dataset.other ?? document.querySelector("[data-language]")?.getAttribute("data-language");
    if (!["en", "zh-Hans"].includes(lang) || lang === root.lang || !other) return false;
    const url = new URL(other, location.href);
    for (const [name, value] of chosen) url.searchParams.set(name, value);
    // The story's own address forgets what it does not know.
    for (const name of [...FOREIGN, "mode"])
      if (asked.has(name) && !chosen.has(name)) url.searchParams.set(name, asked.get(name));
    const theme = root.dataset.theme ?? asked.get("theme");
    if (theme) url.searchParams.set("theme", theme);
    url.searchParams.delete("lang");
    url.hash = location.hash;
    location.replace(url);
    return true;
  };
  // What the address asks for is another page: until that is there, nothing is said.
  if (turnTo(asked.get("lang"))) return;
  if (window.parent === window) {
    // In no frame there is nobody to speak to; what is alive takes the reader's choices along by itself.
    addEventListener("click", (event) => {
      const link = event.target.closest?.("a[data-language]");
      if (link && !("alive" in root.dataset) && turnTo(link.hreflang)) event.preventDefault();
    });
    return;
  }

  const wrapper = document.querySelector(".embed") ?? document.body;

  // 1. What is said ------------------------------------------------------------------------------------------------

  const DIALECTS = ["pym", "newswire", "datawrapper", "guardian", "medium", "resizer", "luoyang", "none"];
  const childId = asked.get("childId");
  /** The dialect that the address says, which no host overrules. */
  const dialect = DIALECTS.find((one) => one === asked.get("embed")) ?? (childId ? "pym" : undefined);
  /** Those that the host has been heard to speak. It is answered in all of them: some of it may be another's. */
  const heard = new Set();
  const speaks = (name) => (dialect ? dialect === name : heard.has(name));
  /** WordPress names each frame of a card in its fragment, and hears who says that name. */
  const secret = /[#?&]secret=([A-Za-z0-9]{10})\b/.exec(given.hash)?.[1];
  /** Whether a host that knows no dialect may be sent objects too: Guardian's old script throws on them. */
  let objects = false;
  /** iframe-resizer's name for this frame, and the word it waits for the first time. */
  let resizerId = "";
  let resizerEvent = "init:1";

  const post = (message) => {
    try {
      window.parent.postMessage(message, "*");
    } catch {
      // A host that has gone.
    }
  };
  const pym = (type, value) => post(`pymxPYMx${childId ?? ""}xPYMx${type}xPYMx${value}`);

  /** Says something in the story's own words; pym hands them on under their type. */
  const say = (type, data) => {
    if (dialect === "pym") return pym(type, JSON.stringify(data));
    if (dialect && dialect !== "luoyang") return;
    post(JSON.stringify({ source: SOURCE, v: VERSION, type, data }));
  };

  /** Each way of telling a host the height. */
  const HEIGHT = {
    pym: (height) => pym("height", height),
    newswire: (height) => post({ sentinel: "amp", type: "embed-size", height }),
    // Older copies of its script look for the first frame that has this name in its address: without the host it could be
    // another's frame.
    datawrapper: (height) => post({ "datawrapper-height": { [given.host + given.pathname + given.search]: height } }),
    guardian: (height) => post(JSON.stringify({ type: "set-height", value: height })),
    medium: (height) => post(JSON.stringify({ src: given.href, context: "iframe.resize", height })),
    resizer: (height) => {
      // Before it has named the frame, it would not know which is meant.
      if (!resizerId) return;
      post(`[iFrameSizer]${resizerId}:${height}:${innerWidth}:${resizerEvent}`);
      resizerEvent = "mutationObserver";
    },
    luoyang: (height) => say("height", { height }),
    wordpress: (height) => post({ message: "height", value: height, secret }),
    openResizer: (height) => post({ type: "iframe-resized", width: innerWidth, height }),
    none: () => {},
  };

  const sayHeight = (height) => {
    if (dialect) return HEIGHT[dialect](height);
    // One text that is safe everywhere serves the hosts that read texts; what else has been heard may be a stray word.
    const words = { context: "iframe.resize", method: "resize", type: "set-height" };
    post(JSON.stringify({ ...words, src: given.href, value: height, height }));
    HEIGHT.luoyang(height);
    for (const one of heard) if (one !== "luoyang") HEIGHT[one](height);
    if (objects) sayInObjects(height);
  };
  const sayInObjects = (height) => {
    HEIGHT.newswire(height);
    HEIGHT.datawrapper(height);
  };

  // 2. The height --------------------------------------------------------------------------------------------------

  let said = 0;
  let grace;

  /** The content's height in whole CSS pixels; a card that hangs below the end counts too. */
  const measured = () => {
    const top = wrapper.getBoundingClientRect().top;
    const card = document.querySelector("#source-card .card-frame:not([hidden])");
    const ends = [wrapper, card].map((one) => one?.getBoundingClientRect().bottom ?? 0);
    return Math.ceil(Math.max(...ends) - top - 0.01);
  };

  const fits = () => "fits" in root.dataset;

  /** Whether the frame is as high as the content: only then there is nothing to scroll in it. */
  const fit = () => {
    clearTimeout(grace);
    if (innerHeight >= measured() - 1) {
      root.dataset.fits = "";
      delete root.dataset.scrolls;
    } else {
      grace = setTimeout(() => {
        delete root.dataset.fits;
        root.dataset.scrolls = "";
        look();
      }, GRACE);
    }
  };

  const tellHeight = (again) => {
    const height = measured();
    // A frame that is not drawn has no height, and that is not its height.
    if (height > 0 && (again === true || height !== said)) {
      said = height;
      sayHeight(height);
    }
    fit();
  };

  // 3. The part of the page that the reader sees -------------------------------------------------------------------

  /** What the host says of its window: how far below the frame's upper edge it begins, and its height. CSS pixels. */
  let seen;
  const PINNED = "header.bar, .pinned, .strip, .map-notes, .cards";

  /** From and to where the reader sees the page, in the coordinates of the frame's own window; none if unknown. */
  const sight = () => {
    if (seen) return [seen.top, seen.top + seen.height];
    return fits() ? undefined : [0, innerHeight];
  };

  /**
   * What a browser says of elements and its window, said of the host's window: in a frame as high as its content, or
   * of another origin, the browser itself cannot say it. The story asks this in the stead of the browser's own.
   */
  const observers = new Set();
  class HostObserver {
    constructor(call, options) {
      const [top = "0%", , bottom = top] = (options?.rootMargin ?? "0%").split(" ");
      Object.assign(this, { call, margins: [top, bottom], touching: new Map() });
      observers.add(this);
    }
    observe(element) {
      this.touching.set(element, undefined);
      soon();
    }
    unobserve(element) {
      this.touching.delete(element);
    }
    disconnect() {
      this.touching.clear();
    }
    takeRecords() {
      return [];
    }
    look(window) {
      const [top, bottom] = this.margins.map((margin) => {
        const part = margin.endsWith("%") ? (window[1] - window[0]) / 100 : 1;
        return (parseFloat(margin) || 0) * part;
      });
      const entries = [];
      for (const [target, before] of this.touching) {
        const rect = target.getBoundingClientRect();
        const isIntersecting = rect.width > 0 && rect.bottom >= window[0] - top && rect.top <= window[1] + bottom;
        if (isIntersecting === before) continue;
        this.touching.set(target, isIntersecting);
        entries.push({ target, isIntersecting, boundingClientRect: rect });
      }
      if (entries.length) this.call(entries, this);
    }
  }
  window.IntersectionObserver = HostObserver;

  const look = () => {
    const window = sight();
    if (window) observers.forEach((one) => one.look(window));
  };
  let waiting = false;
  const soon = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      look();
    });
  };

  /** The host gives the position of its window: the story can be told step by step. */
  const see = (top, height) => {
    if (![top, height].every(Number.isFinite) || height <= 0) return;
    seen = { top, height };
    inTime = inTime || !("alive" in root.dataset);
    pin();
    drive();
    soon();
  };

  /** What is sticky cannot stick in a frame that does not scroll: the edge that it sticks to is moved along. */
  const pin = () => {
    const below = seen && fits() ? `${Math.max(0, Math.round(seen.top))}px` : "0px";
    for (const one of document.querySelectorAll(PINNED)) one.style.setProperty("--seen", below);
  };

  /** Whether the host has spoken of its window before the story could answer, so that nobody has read much. */
  let inTime = false;
  let unit = [0, 0];
  /** Whether the steps wait for a higher window. */
  let resting = false;
  /** Tells step by step once that is possible: not under the eyes of a reader who has read some of it in full. */
  const drive = () => {
    if (!seen || !fits() || !("alive" in root.dataset)) return;
    // Turned to landscape, a phone has no room for a map that stays: nothing of the words would be seen.
    if (seen.height < LOW) return rest();
    const [width, height] = unit;
    if (width !== innerWidth || Math.abs(height - seen.height) > BARS * height) {
      unit = [innerWidth, seen.height];
      root.style.setProperty("--vh", `${seen.height / 100}px`);
    }
    if (resting) {
      resting = false;
      return tell("steps");
    }
    if ("driven" in root.dataset || !document.querySelector(".step")) return;
    if (seen.top > 0 && !inTime) return;
    root.dataset.driven = "";
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const mode = asked.get("mode");
    if (mode === "flat" || (still && mode !== "steps")) return;
    tell("steps");
  };

  const tell = (mode) => {
    root.dataset.mode = mode;
    for (const button of document.querySelectorAll("[data-mode-to]"))
      button.setAttribute("aria-pressed", button.dataset.modeTo === mode);
  };

  const rest = () => {
    if (!("driven" in root.dataset) || root.dataset.mode !== "steps") return;
    resting = true;
    tell("flat");
  };

  /** Brings an element to where the reader sees it, by way of the host if the frame itself does not scroll. */
  const reveal = (element, options) => {
    const above = [getComputedStyle(element).scrollMarginTop, getComputedStyle(root).scrollPaddingTop];
    const margin = above.reduce((sum, one) => sum + (parseFloat(one) || 0), 0);
    const top = Math.max(0, Math.round(element.getBoundingClientRect().top - margin));
    if (!fits()) return scrollIntoView.call(element, options);
    if (dialect === "pym") return pym("scrollToChildPos", top);
    if (speaks("guardian") && seen?.page !== undefined)
      return post(JSON.stringify({ type: "scroll-to", x: 0, y: seen.page + top }));
    if (speaks("luoyang")) return say("scroll-to", { top });
    scrollIntoView.call(element, options);
  };
  const { scrollIntoView } = Element.prototype;
  Element.prototype.scrollIntoView = function (options) {
    return this.classList.contains("step") ? reveal(this, options) : scrollIntoView.call(this, options);
  };

  // 4. What the reader does ----------------------------------------------------------------------------------------

  const canonical = () => document.querySelector('link[rel="canonical"]')?.href ?? location.href.split("?")[0];
  let shared = "";
  /** The address has changed, or would have if the sandbox allowed it. */
  const notice = (address) => {
    const before = chosen;
    chosen = new URL(address, location.href).searchParams;
    const changed = (name) => before.get(name) !== chosen.get(name);
    if (changed("step")) {
      const id = chosen.get("step");
      const chapter = id && document.getElementById(id)?.closest("section")?.id;
      say("step", { id, chapter: chapter || null });
    }
    if (changed("place")) say("select", { place: chosen.get("place") });
    if (changed("fact") && chosen.get("fact")) say("source-open", { fact: chosen.get("fact") });
    const view = new URL(canonical());
    // What a reader types is nobody else's.
    for (const [name, value] of chosen) if (![...FOREIGN, "q"].includes(name)) view.searchParams.set(name, value);
    if (view.href !== shared) say("view-change", { url: (shared = view.href) });
  };
  const { replaceState } = history;
  history.replaceState = function (state, unused, address) {
    try {
      if (address != null) notice(address);
    } catch {
      // An address that is none.
    }
    return replaceState.call(history, state, unused, address);
  };

  /** Shows an address as text beside its link: what a sandbox forbids to open, a reader can still take along. */
  const spellOut = (link) => {
    const shown = link.nextElementSibling?.matches(".address") ? link.nextElementSibling : document.createElement("code");
    shown.className = "address";
    shown.tabIndex = 0;
    shown.setAttribute("role", "status");
    link.after(shown);
    // Filled after it is there, so that it is read aloud.
    shown.textContent = link.href;
    getSelection()?.selectAllChildren(shown);
  };

  /** Opens a link beside the host's page; a sandbox may forbid it, and then answers with nothing. */
  const openOutside = (link) => {
    try {
      const tab = window.open(link.href, "_blank");
      if (tab) {
        tab.opener = null;
        return;
      }
    } catch {
      // As forbidden as nothing.
    }
    if (secret) post({ message: "link", value: link.href, secret });
    spellOut(link);
  };

  addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
    if (!(link instanceof HTMLAnchorElement) || event.defaultPrevented) return;
    const here = link.origin === location.origin && link.pathname === location.pathname;
    if (link.hasAttribute("download")) {
      say("download", { url: link.href, name: link.download || link.pathname.split("/").pop() });
      // Without an origin every file is another origin's, and the frame would turn into the file.
      if (self.origin !== "null") return;
    } else if (link.hasAttribute("data-language")) {
      event.preventDefault();
      return turnTo(link.hreflang);
    } else if (here && link.hash) {
      const target = named(decodeURIComponent(link.hash.slice(1)));
      if (target && fits()) reveal(target);
      return;
    }
    event.preventDefault();
    openOutside(link);
  });

  // 5. What the host asks ------------------------------------------------------------------------------------------

  /** What has this id; of a map beside steps, whose figure has no box of its own, its caption. */
  const named = (id) => {
    const one = typeof id === "string" && id ? document.getElementById(id) : null;
    return one && !one.getClientRects().length ? (one.querySelector("figcaption") ?? one) : one;
  };

  const colour = (theme) => {
    if (!["light", "dark", "auto"].includes(theme)) return;
    asked.set("theme", theme);
    if (theme === "auto") delete root.dataset.theme;
    else root.dataset.theme = theme;
    // Maps on a canvas are drawn anew when the window changes.
    dispatchEvent(new Event("resize"));
  };

  const meta = (name) => document.querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.content ?? "";
  /** The picture that is as wide as it is high, or else the first; its sizes follow it in the head. */
  const squareImage = () => {
    const images = [];
    for (const one of document.querySelectorAll('meta[property^="og:image"]')) {
      const name = one.getAttribute("property");
      if (name === "og:image") images.push({ url: one.content });
      else if (images.length) images[images.length - 1][name.slice(9)] = one.content;
    }
    const square = images.find((one) => one.width && one.width === one.height) ?? images[0];
    return square ? new URL(square.url, location.href).href : "";
  };

  const greet = () => {
    say("ready", { embed: root.dataset.embed, lang: root.lang, viewport: !!document.querySelector(".step") });
    say("share-meta", {
      title: meta("og:title") || document.title,
      summary: meta("og:description") || meta("description"),
      image: squareImage(),
      url: canonical(),
    });
  };

  const OWN = {
    __proto__: null,
    theme: (data) => colour(data.theme),
    lang: (data) => turnTo(data.lang),
    goto: (data) => {
      const target = named(data.id);
      if (target) reveal(target, { block: "start" });
    },
    viewport: (data) => see(data.top, data.height),
    "request-height": () => {
      greet();
      tellHeight(true);
    },
  };

  /** The host has shown what it is, or once more. */
  const settle = (name) => {
    if (dialect || heard.has(name)) return;
    heard.add(name);
    if (name !== "resizer") tellHeight(true);
  };

  const hearPym = (type, value) => {
    const number = value.split(" ").map(Number);
    if (type === "viewport-iframe-position" && number.length >= 6) see(-number[2], number[1]);
    // Everything that our own words can ask can be asked through pym too.
    else if (type in OWN) OWN[type](data(value));
  };

  /** What a text says in JSON; nothing for all else. */
  const data = (text) => {
    try {
      return Object(JSON.parse(text));
    } catch {
      return {};
    }
  };

  let monitored = false;
  const probe = `${SOURCE}-${Math.random().toString(36).slice(2)}`;
  const hear = (message) => {
    if (typeof message === "object" && message?.sentinel === "amp") return settle("newswire");
    if (["iframe-child-init", "iframe-get-child-dimensions"].includes(message?.type)) {
      if (speaks("openResizer")) return tellHeight(true);
      return settle("openResizer");
    }
    if (typeof message !== "string") return;
    if (message.startsWith("pymxPYMx")) {
      const [, id, type, ...rest] = message.split("xPYMx");
      if (childId && id === childId) hearPym(type ?? "", rest.join("xPYMx"));
      return;
    }
    if (message.startsWith("[iFrameSizer]")) {
      const known = resizerId;
      resizerId = resizerId || message.slice(13).split(":")[0];
      settle("resizer");
      if (speaks("resizer") && !known) tellHeight(true);
      return;
    }
    const { source, v, type, id, data: own, ...rest } = data(message);
    if (source === SOURCE && v === VERSION && type in OWN) {
      settle("luoyang");
      return OWN[type](Object(own));
    }
    if (id !== probe) return;
    settle("guardian");
    // Once is enough, however often it has been asked who it is.
    if (type === "get-location" && !monitored && document.querySelector(".step")) {
      monitored = true;
      return post(JSON.stringify({ id: probe, type: "monitor-position" }));
    }
    if (type !== "monitor-position") return;
    see(-rest.iframeTop, rest.innerHeight);
    if (seen) seen.page = rest.pageYOffset + rest.iframeTop;
  };
  addEventListener("message", (event) => {
    if (event.source !== window.parent) return;
    try {
      hear(event.data);
    } catch {
      // Whatever was meant, it was not for us.
    }
  });

  // 6. The start ---------------------------------------------------------------------------------------------------

  const sizes = new ResizeObserver(() => tellHeight());
  for (const one of [wrapper, document.querySelector("#source-card")]) if (one) sizes.observe(one, { box: "border-box" });
  addEventListener("resize", () => {
    fit();
    drive();
    soon();
  });
  addEventListener("scroll", soon, { capture: true, passive: true });
  new MutationObserver(() => {
    if ("failed" in root.dataset) say("error", { code: "no-behaviour", fallback: "page" });
    pin();
    drive();
    soon();
  }).observe(root, { attributeFilter: ["data-alive", "data-failed", "data-fits"] });
  if (secret) settle("wordpress");
  greet();
  tellHeight();
  if (dialect === undefined || dialect === "guardian") {
    const who = () => post(JSON.stringify({ type: "get-location", id: probe }));
    let [beats, last] = [0, performance.now()];
    const wait = () => {
      if (heard.size) return;
      const now = performance.now();
      if (now - last < 2 * BEAT) beats += 1;
      last = now;
      if (beats < PATIENCE) {
        if (beats % AGAIN === 0) who();
        setTimeout(wait, BEAT);
      } else if (!dialect) {
        objects = true;
        if (said) sayInObjects(said);
      }
    };
    who();
    if (given.hash === "#amp=1") beats = PATIENCE;
    setTimeout(wait, BEAT);
  }
})();
