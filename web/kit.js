// The page for editors: shows the chosen part of the story as readers get it, and writes the snippets for it. The
// addresses are those of the folder that this very page is served from.
(() => {
  "use strict";
  const form = document.querySelector(".kit-choices");
  const stand = document.querySelector(".stand");
  const embeds = JSON.parse(document.getElementById("kit-data").textContent);
  const base = new URL(form.dataset.root, location.href).href;
  const codes = [...document.querySelectorAll("code[data-form]")];
  const STORY = "story";
  let frame;
  let sizes;

  const attribute = (text) => `${text}`.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
  const chosen = () => {
    const { figure, lang, theme, width } = Object.fromEntries(new FormData(form));
    const embed = embeds.find((one) => one.id === figure) ?? embeds[0];
    const own = embed.in[lang];
    const src = new URL(own.src, base);
    if (theme !== "auto") src.searchParams.set("theme", theme);
    return { embed, own, src: src.href, width };
  };

  /** Writes the snippets; the height is that of the preview, once a figure has said it. */
  const write = (height) => {
    const { embed, own, src } = chosen();
    const values = {
      title: own.title,
      alt: own.alt,
      src,
      height: embed.id === STORY ? embed.height : height || embed.height,
      root: base,
      link: new URL(own.link, base).href,
      picture: own.picture ? new URL(own.picture, base).href : "",
    };
    for (const code of codes)
      code.textContent = code.dataset.form.replace(/\{(\w+)\}/g, (_, name) => attribute(values[name]));
  };

  const show = () => {
    const { embed, own, src, width } = chosen();
    sizes?.disconnect();
    frame?.remove();
    frame = document.createElement("iframe");
    frame.title = own.title;
    frame.src = src;
    frame.width = width;
    frame.height = embed.height;
    frame.setAttribute("sandbox", "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads");
    frame.allow = "clipboard-write";
    stand.append(frame);
    write();
    // host.js gives the frame the height that its page says.
    sizes = new ResizeObserver(() => frame.style.height && write(Math.round(frame.offsetHeight)));
    sizes.observe(frame);
  };

  form.hidden = false;
  form.addEventListener("change", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  show();
})();
