// Old addresses keep working: what stood in the story stands on the ledger's page, and is looked for there.
{
  const { [DATA.ledger]: ledger } = document.documentElement.dataset;
  const { search, hash } = location;
  const moved =
    /[?&](kind|in|at|q|sort)=/.test(search) ||
    /^#(method|map-notes|downloads|corrections|correction-\d+)$/.test(hash);
  if (ledger && moved) location.replace(ledger + search + hash);
}
