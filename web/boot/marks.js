// A card that is opened before the program is there marks its place on every map, by rules that no page need have that is
// alive. MARKS is filled in by the build.

const mark = () => {
  if (!location.hash.startsWith(`#${ID.ofPlace}`) || DATA.alive in document.documentElement.dataset) return;
  removeEventListener("hashchange", mark);
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet" });
  link.href = `${new URL("./MARKS", import.meta.url)}`;
  document.head.append(link);
};
addEventListener("hashchange", mark);
mark();
