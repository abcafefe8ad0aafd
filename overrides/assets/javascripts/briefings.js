// The chrome of every page: the colour scheme, and the door to the search, which is loaded on first use.
(() => {
  const own = document.currentScript.src;
  const root = document.documentElement;

  // --- Colour scheme: auto follows the system, light and dark are remembered.
  const KEY = "briefings.scheme";
  const SCHEMES = ["auto", "light", "dark"];
  const toggle = document.querySelector("[data-scheme-toggle]");
  const called = toggle?.getAttribute("aria-label");
  let scheme = root.dataset.scheme ?? "auto";

  const paint = () => {
    if (scheme === "auto") delete root.dataset.scheme;
    else root.dataset.scheme = scheme;
    const dark = scheme === "dark" || (scheme === "auto" && matchMedia("(prefers-color-scheme: dark)").matches);
    for (const meta of document.querySelectorAll('meta[name="theme-color"]')) meta.content = dark ? "#14161a" : "#fbf9f4";
    if (!toggle) return;
    const name = toggle.dataset[scheme];
    toggle.title = `${called}: ${name}`;
    toggle.setAttribute("aria-label", toggle.title);
    toggle.querySelector(".scheme__name").textContent = name;
  };
  toggle?.addEventListener("click", () => {
    scheme = SCHEMES[(SCHEMES.indexOf(scheme) + 1) % SCHEMES.length];
    try {
      localStorage.setItem(KEY, scheme);
    } catch {
      // Not remembered, then; the page still changes.
    }
    paint();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", paint);
  paint();

  // --- Without a network: what was read stays readable. A failure costs nothing else.
  addEventListener("load", () => navigator.serviceWorker?.register(new URL("../../offline.js", own)).catch(() => {}));

  // --- On paper, where the page came from.
  addEventListener("beforeprint", () => {
    for (const place of document.querySelectorAll("[data-page-address]")) place.textContent = location.origin + location.pathname;
  });

  // --- Citations: copied, or chosen where the browser does not let a script copy.
  for (const button of document.querySelectorAll("[data-copy]")) {
    const text = button.nextElementSibling;
    button.hidden = false;
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(text.textContent);
        button.textContent = button.closest(".cite").dataset.copied;
      } catch {
        getSelection().selectAllChildren(text);
        button.textContent = button.closest(".cite").dataset.chosen;
      }
    });
  }

  // --- The search dialog.
  const dialog = document.querySelector("[data-search]");
  if (!dialog) return;
  const input = dialog.querySelector("[data-search-input]");
  const status = dialog.querySelector("[data-search-status]");
  const material = document.getElementById("__search"); // the checkbox by which Material's own parts ask for a search
  let search;
  let opener;

  const open = (words) => {
    if (!dialog.open) {
      opener = document.activeElement;
      dialog.showModal();
    }
    if (words !== undefined) input.value = words;
    input.focus();
    input.select();
    search?.then((note) => note?.());
    if (!search) fetchAhead();
    search ??= import(new URL("search.js", own).href).then(
      (module) => module.start(dialog, new URL("../../", own)),
      () => {
        status.textContent = dialog.dataset.failed;
      },
    );
  };
  // One part of the search asks for the next, and the index for its own: they are all fetched at once.
  const PARTS = ["search", "address", "facets", "phrases", "query", "ranking", "subjects", "words", "../../pagefind/pagefind"];
  const ahead = (address, as) => {
    const link = document.createElement("link");
    Object.assign(link, as === "script" ? { rel: "modulepreload" } : { rel: "preload", as, crossOrigin: "anonymous" });
    link.href = address;
    document.head.append(link);
  };
  const fetchAhead = async () => {
    for (const part of PARTS) ahead(new URL(`${part}.js`, own).href, "script");
    const index = new URL("../../pagefind/", own);
    const entry = await fetch(new URL("pagefind-entry.json", index)).then((answer) => answer.json()).catch(() => ({}));
    for (const { hash, wasm } of Object.values(entry.languages ?? {})) {
      ahead(new URL(`pagefind.${hash}.pf_meta`, index).href, "fetch");
      ahead(new URL(`wasm.${wasm ?? "unknown"}.pagefind`, index).href, "fetch");
    }
  };

  dialog.addEventListener("close", () => {
    if (material) material.checked = false;
    if (opener?.isConnected) opener.focus();
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog || event.target.closest("[data-search-close]")) dialog.close();
  });
  for (const button of document.querySelectorAll("[data-search-open]")) button.addEventListener("click", () => open());
  material?.addEventListener("change", () => (material.checked ? open() : dialog.close()));

  // What is no longer shown keeps the focus until the browser paints again: nobody types there.
  const typing = (element) =>
    element.checkVisibility?.() && (element.isContentEditable || /^(input|textarea|select)$/i.test(element.tagName));
  document.addEventListener("keydown", (event) => {
    const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !typing(event.target);
    const control = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (!slash && !control) return;
    event.preventDefault();
    open();
  });

  // A search stands in the address: somebody sent it, or comes back from a result (address.js writes it).
  const asked = new URLSearchParams(location.search);
  if (["q", "tag", "outlet", "sources", "year"].some((name) => asked.get(name))) open((asked.get("q") ?? "").slice(0, 200));
})();
