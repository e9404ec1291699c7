// Only under `trunk serve`: follows what the program beside Trunk says of this page in live.json. A new style sheet takes
// the place of the old one; new content or scripts load the page anew, where the reader was; faults in the data stand over
// the page until they are mended.
(() => {
  "use strict";
  /** @typedef {{ root: string, path: string, stamp: string, style: string }} Own what the build says of this page */
  const own = /** @type {Own} */ ({ ...document.currentScript?.dataset });
  /** How often the notice is looked at, in milliseconds: while the page is seen, and while it is not. */
  const BEATS = [50, 1000];
  const PLACE = `live ${location.pathname}`;
  const english = document.documentElement.lang.startsWith("en");

  // 1. The reader's place ---------------------------------------------------------------------------------------------
  /**
   * The element nearest the upper edge of the window that can be found again, and how far from it.
   * @returns {[selector: string, top: number] | undefined}
   */
  const nearest = () => {
    const named = [...document.querySelectorAll(`main [id], main .${CLASS.step}`)].filter((one) => one.getClientRects().length);
    /** @type {[string, number][]} */
    const tops = named.filter(({ id }) => id).map((one) => [`#${CSS.escape(one.id)}`, one.getBoundingClientRect().top]);
    return tops.sort(([, one], [, other]) => Math.abs(one) - Math.abs(other))[0];
  };
  const opened = () => [...document.querySelectorAll("details")].map((one) => one.open);
  const keep = () => {
    const place = { nearest: nearest(), y: scrollY, opened: opened(), focus: document.activeElement?.id };
    sessionStorage.setItem(PLACE, JSON.stringify(place));
  };
  /** @typedef {{ nearest?: [string, number], y: number, opened: boolean[], focus?: string }} Place */
  /** @param {Place} place */
  const restore = ({ nearest, y, opened, focus }) => {
    const all = [...document.querySelectorAll("details")];
    if (all.length === opened.length) all.forEach((one, index) => (one.open = opened[index]));
    const there = nearest && document.querySelector(nearest[0]);
    const by = nearest && there ? there.getBoundingClientRect().top - nearest[1] : y - scrollY;
    scrollBy({ top: by, behavior: "instant" });
    if (focus) document.getElementById(focus)?.focus({ preventScroll: true });
  };
  const kept = sessionStorage.getItem(PLACE);
  sessionStorage.removeItem(PLACE);
  if (kept) {
    // The browser's own way back counts pixels from the top, and what stands above may be of another height now.
    history.scrollRestoration = "manual";
    const place = JSON.parse(kept);
    addEventListener("load", () => {
      restore(place);
      // Once more when the program has opened what the address names.
      const alive = new MutationObserver(() => {
        alive.disconnect();
        requestAnimationFrame(() => requestAnimationFrame(() => restore(place)));
        history.scrollRestoration = "auto";
      });
      alive.observe(document.documentElement, { attributeFilter: [ATTRIBUTE.alive, ATTRIBUTE.failed] });
    });
  }

  // 2. Faults -----------------------------------------------------------------------------------------------------------
  /** @type {HTMLElement | undefined} */
  let panel;
  let said = "";
  /** @type {(faults: string[], head: string) => void} */
  const show = (faults, head) => {
    const now = JSON.stringify([faults, head]);
    if (now === said) return;
    said = now;
    panel?.remove();
    panel = undefined;
    if (!faults.length) return;
    panel = document.createElement("div");
    panel.setAttribute("role", "alert");
    panel.style.cssText =
      "position:fixed;inset:auto 0 0;z-index:2147483647;max-height:60vh;overflow:auto;box-sizing:border-box;" +
      "padding:1em 1.2em;background:#fff;color:#222;border-top:4px solid #b3261e;font:15px/1.5 system-ui,sans-serif";
    const title = document.createElement("strong");
    title.textContent = head;
    const list = document.createElement("ul");
    list.style.cssText = "margin:.5em 0 0;padding-left:1.2em";
    for (const fault of faults) {
      const line = document.createElement("li");
      line.style.cssText = "white-space:pre-wrap;overflow-wrap:anywhere";
      line.textContent = fault;
      list.append(line);
    }
    panel.append(title, list);
    document.body.append(panel);
  };
  /** @param {number} count */
  const headOf = (count) =>
    english
      ? `${count} ${count === 1 ? "fault" : "faults"} in the data; the page shows what was there before.`
      : `数据有${count}处错误；页面仍是改动之前的样子。`;

  // 3. The notice -----------------------------------------------------------------------------------------------------
  let { style } = own;
  /** @param {string} name */
  const dress = (name) => {
    style = name;
    const old = document.querySelector('link[rel="stylesheet"][href*="style-"]');
    if (!old) return;
    const link = /** @type {HTMLLinkElement} */ (old.cloneNode());
    link.href = own.root + name;
    link.addEventListener("load", () => old.remove());
    old.after(link);
  };
  let loading = false;
  /** @param {{ pages: Record<string, string>, style?: string, faults: string[] }} notice */
  const follow = (notice) => {
    const stamp = notice.pages[own.path];
    // A page that is no longer made stays as it is.
    const isNew = stamp !== undefined && stamp !== own.stamp;
    if (isNew && !loading) {
      loading = true;
      keep();
      location.reload();
    } else if (!isNew) {
      if (notice.style && notice.style !== style) dress(notice.style);
      show(broken ? [broken] : notice.faults, broken ? failed : headOf(notice.faults.length));
    }
  };
  /** @type {number | undefined} */
  let next;
  const look = async () => {
    clearTimeout(next);
    try {
      const answer = await fetch(`${own.root}live.json`, { cache: "no-store" });
      if (answer.ok) follow(await answer.json());
    } catch {
      // Trunk is putting new pages in place, or has ended.
    }
    clearTimeout(next);
    next = setTimeout(look, BEATS[Number(document.hidden)]);
  };
  document.addEventListener("visibilitychange", look);
  look();

  // 4. What does not compile: Trunk says so itself --------------------------------------------------------------------
  /** @type {string | undefined} */
  let broken;
  const failed = english ? "The build failed; the terminal says where." : "构建失败；终端里有详情。";
  const listen = () => {
    const socket = new WebSocket(new URL(`${own.root}.well-known/trunk/ws`, location.href.replace(/^http/, "ws")));
    socket.addEventListener("message", (event) => {
      const { type, data } = JSON.parse(event.data);
      broken = type === "buildFailure" ? data.reason : undefined;
    });
    socket.addEventListener("close", () => setTimeout(listen, 2000));
  };
  listen();
})();
