// What a page in a frame does for the page around it: says how high it is. A classic script, because a module would
// be fetched with rules that a frame of opaque origin does not meet.
{
  const framed = window.parent !== window;
  const whole = document.querySelector(".embed");
  let last = 0;
  const say = () => {
    const height = Math.ceil(whole.getBoundingClientRect().height);
    if (height === last) return;
    last = height;
    parent.postMessage(JSON.stringify({ source: "luoyang-story", v: 1, type: "height", data: { height } }), "*");
  };
  if (framed) new ResizeObserver(say).observe(whole);

  // The other language takes along what was asked of the frame and is no choice of the reader's.
  const asked = new URLSearchParams(location.search);
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[data-language]");
    if (!link) return;
    const to = new URL(link.href);
    for (const [name, value] of new URLSearchParams(location.search)) {
      if (name !== "lang" && !to.searchParams.has(name)) to.searchParams.append(name, value);
    }
    for (const name of ["chrome", "embed", "childId", "initialWidth", "parentTitle", "parentUrl"]) {
      if (asked.has(name)) to.searchParams.set(name, asked.get(name));
    }
    link.href = to;
  });
}
