// Runs in every measured page before anything of its own, and notes what happens. Nothing here looks at the page until it
// is tapped: looking would cost what is to be measured.
(() => {
  const bench = (window.bench = { fcp: null, lcp: null, cls: 0, long: [], alive: null, memories: [], answered: null, taps: [], scrolled: 0 });
  const observe = (type, note) => new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  observe("paint", ({ name, startTime }) => { if (name === "first-contentful-paint") bench.fcp = startTime; });
  observe("largest-contentful-paint", ({ startTime }) => { bench.lcp = startTime; });
  observe("layout-shift", ({ value, hadRecentInput }) => { if (!hadRecentInput) bench.cls += value; });
  observe("longtask", ({ startTime, duration }) => bench.long.push([startTime, duration]));
  new MutationObserver(() => {
    if ("alive" in document.documentElement.dataset) bench.alive ??= performance.now();
  }).observe(document, { attributes: true, subtree: true, attributeFilter: ["data-alive"] });

  // Asked at any other time, where the page stands has it laid out there and then.
  addEventListener("scroll", () => { bench.scrolled = scrollY; });

  // How much memory the WebAssembly has is known to its instances only.
  const noted = (made) => { bench.memories.push(...Object.values((made.instance ?? made).exports).filter((one) => one instanceof WebAssembly.Memory)); return made; };
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = (...words) => original(...words).then(noted);
  }

  const isSeen = (one) => one?.checkVisibility({ visibilityProperty: true }) && one.getBoundingClientRect().height > 0;
  const isFixed = (one) => one && (getComputedStyle(one).position === "fixed" || isFixed(one.parentElement));
  /// The card that is open: the peers', the panel of the story's program, or the entry that its address leads to.
  const card = () => {
    const target = document.querySelector(":target");
    return [...document.querySelectorAll("#card, #place-panel .panel-frame")].find(isSeen) ?? (isFixed(target) && isSeen(target) ? target : null);
  };
  /// The first task after the frame that is being made.
  const painted = () => new Promise((then) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = then;
    channel.port2.postMessage(0);
  });

  // From the moment that the pointer is lifted until the frame that shows the card is painted.
  let expected = null, watching = false;
  addEventListener("pointerup", async ({ timeStamp }) => {
    if (watching || expected === null) return;
    watching = true;
    for (const end = timeStamp + 3000; watching && performance.now() < end;) {
      // What follows is done within the frame, before it is painted.
      await new Promise(requestAnimationFrame);
      if (!card()?.textContent.includes(expected)) continue;
      await painted();
      bench.answered ??= performance.now();
      bench.taps.push(performance.now() - timeStamp);
      break;
    }
    watching = false;
  }, true);

  const map = () => document.querySelector("#map") ?? [...document.querySelectorAll("svg.map")].find(isSeen);
  /// A point of a division that a pointer can hit, in the window; a canvas has to be asked.
  const where = (id) => {
    if (!map()) return null;
    if (window.pixel) {
      const { x, y } = map().getBoundingClientRect(), [left, top] = window.pixel(id);
      return [x + left, y + top];
    }
    const parts = [.5, .4, .6, .3, .7, .2, .8];
    // What is cut off by the edge of a pane has points outside it, so that each is tried.
    const drawn = [...map().querySelectorAll(`[data-id="${id}"], [data-place="${id}"]`)].map((one) => one.getBoundingClientRect());
    const points = drawn.flatMap(({ x, y, width, height }) => parts.flatMap((v) => parts.map((u) => [x + u * width, y + v * height])));
    return points.find(([x, y]) => {
      const hit = document.elementFromPoint(x, y)?.closest("[data-id], [data-place]");
      return hit && (hit.dataset.id ?? hit.dataset.place) === id;
    }) ?? null;
  };

  Object.assign(bench, {
    /// Of which division the next tap is to show the card.
    expect(name) { expected = name; bench.taps = []; watching = false; },
    /// What can be tapped in the window as it is, of these divisions.
    targets: (ids) => ids.map((id) => [id, where(id)]).filter(([, at]) => at && at[1] > 60 && at[1] < innerHeight - 20 && at[0] > 0 && at[0] < innerWidth),
    scrollToMap() { scrollTo({ top: map().getBoundingClientRect().top + scrollY - 90, behavior: "instant" }); },
    close() {
      if (!card()) return;
      const button = [...document.querySelectorAll("#card button, [data-close=panel]")].find(isSeen);
      button ? button.click() : (location.hash = "#-");
    },
    /// Whether the page has come to rest: nothing came and nothing took long for a while.
    isQuiet(isAlive) {
      const entries = performance.getEntriesByType("resource");
      const last = Math.max(...bench.long.map(([start, duration]) => start + duration), ...entries.map((one) => one.responseEnd), bench.fcp ?? Infinity);
      return document.readyState === "complete" && (!isAlive || bench.alive !== null) && performance.now() - last > 1500;
    },
    /// When a tap was answered and the program was, and how long the page has been loaded; nothing before the first paint.
    /// A link that nothing answers yet leads away, from where this comes back.
    look(scroll) {
      if (bench.fcp === null) return null;
      if (bench.answered === null && bench.scrolled !== scroll && document.body.scrollHeight > scroll) scrollTo({ top: scroll, behavior: "instant" });
      const [{ loadEventEnd }] = performance.getEntriesByType("navigation");
      return { answered: bench.answered, alive: bench.alive, since: loadEventEnd && performance.now() - loadEventEnd };
    },
    /// What has been loaded until then, as it was sent.
    loaded(until) {
      const entries = ["navigation", "resource"].flatMap((type) => performance.getEntriesByType(type));
      const had = entries.filter(({ responseEnd }) => responseEnd <= (until ?? Infinity));
      return { bytes: had.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0), requests: had.length };
    },
    report() {
      const { fcp, lcp, cls, alive, answered } = bench;
      const blocked = bench.long.reduce((sum, [start, duration]) => sum + Math.max(0, start + duration - Math.max(start, fcp) - 50), 0);
      const wasm = bench.memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
      return { fcp, lcp, cls, blocked, alive, answered, wasm, elements: document.querySelectorAll("*").length, all: bench.loaded(), then: bench.loaded(answered) };
    },
    zoomIn() {
      const button = map().querySelector("[data-zoom='2']") ?? map().closest(".view")?.querySelector("[data-zoom=in]");
      button?.click();
      return !!button;
    },
    middle() { const { x, y, width } = map().getBoundingClientRect(); return [x + width / 2, y + 200]; },
    place: (id) => {
      if (window.pixel) return window.pixel(id);
      const { x, y } = map().querySelector(`[data-id="${id}"], [data-place="${id}"]`).getBoundingClientRect();
      return [x, y];
    },
    recordFrames() {
      bench.gaps = [];
      let last;
      requestAnimationFrame(function frame(now) {
        if (last !== undefined) bench.gaps.push(now - last);
        last = now;
        if (bench.gaps.length < 100) requestAnimationFrame(frame);
      });
    },
  });
})();
