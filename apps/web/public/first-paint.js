// Runs before the first paint, as a file because the page's policy allows no inline script:
// the chosen colours and language must stand before anything is drawn.
(function () {
  var root = document.documentElement;
  var chosen = null;
  var language = null;
  try {
    chosen = localStorage.getItem('phien-color-scheme');
    language = localStorage.getItem('phien-language');
  } catch {
    // Storage is closed (private window): the system's colours and Vietnamese.
  }
  var dark =
    chosen === 'dark' ||
    (chosen !== 'light' && window.matchMedia('(prefers-color-scheme: dark)').matches);
  root.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
  root.lang = language === 'en' ? 'en' : 'vi';
  var colour = document.querySelector('meta[name="theme-color"]');
  if (colour) colour.setAttribute('content', dark ? '#0E1513' : '#F6F8F7');
})();
