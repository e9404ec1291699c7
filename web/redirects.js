// Old addresses keep working: what stood in the story stands on the ledger's page, and is looked for there. Runs after
// `renamed.js`, which has put the ids of today into the address, or could not; the ledger's page does it once more.
{
  const { [DATA.ledger]: ledger } = document.documentElement.dataset;
  const { search, hash } = location;
  const moved =
    /[?&](kind|in|at|q|sort)=/.test(search) ||
    /^#(method|map-notes|downloads|corrections|correction-\d+)$/.test(hash);
  if (ledger && moved) location.replace(ledger + search + hash);
}
