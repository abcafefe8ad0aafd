// Runs before the first paint, so that a remembered colour scheme does not flash. Everything else waits.
(() => {
  const root = document.documentElement;
  root.classList.replace("no-js", "js");
  try {
    const scheme = localStorage.getItem("briefings.scheme");
    if (scheme === "light" || scheme === "dark") root.dataset.scheme = scheme;
  } catch {
    // A browser may refuse storage; the system's scheme is then the only one.
  }
})();
