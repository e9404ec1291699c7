// Where something stood under a former id: on to where it stands now, with the query and the fragment that the reader came
// with. What stands in those under a former id is the business of the page there (renamed.js).
{
  const way = /** @type {HTMLAnchorElement} */ (document.querySelector("a"));
  way.href += location.search + location.hash;
  location.replace(way.href);
}
