// A timeline as the archive knew it on a day: what came later is hidden, what had no briefing yet is told as it was then.
(() => {
  const form = document.querySelector("[data-as-of]");
  if (!form) return;
  const input = form.querySelector("input");
  const said = form.querySelector("output");
  const entries = [...document.querySelectorAll("[data-known]")];
  const count = document.querySelector(".topic__count");
  const counted = count?.textContent;

  const filled = (words, shown) => words.replace("{shown}", shown).replace("{all}", entries.length);

  const show = (day) => {
    let shown = 0;
    for (const entry of entries) {
      entry.hidden = day !== "" && entry.dataset.known > day;
      shown += entry.hidden ? 0 : 1;
      const then = entry.querySelector(".entry__then");
      const title = entry.querySelector(".entry__title");
      if (!then || !title) continue;
      const early = day !== "" && entry.dataset.reported > day;
      then.hidden = !early;
      title.hidden = early;
      entry.querySelector(".entry__source").hidden = early;
      entry.classList.toggle("timeline__item--open", early);
      entry.classList.toggle("timeline__item--known", !early);
    }
    // What counts all that is known today says too much of a day before.
    for (const whole of document.querySelectorAll(".of-today")) whole.hidden = day !== "";
    if (count) count.textContent = day === "" ? counted : filled(form.dataset.count, shown);
    // What an editor wrote since is not told of a day before.
    for (const note of document.querySelectorAll(".timeline__item--note")) note.hidden = day !== "";
    for (const year of document.querySelectorAll(".year")) year.hidden = !year.querySelector(".timeline__item:not([hidden])");
    said.textContent = day === "" ? "" : filled(form.dataset.asOf, shown);
  };

  const keep = (day) => {
    const address = new URL(location.href);
    if (day) address.searchParams.set("as-of", day);
    else address.searchParams.delete("as-of");
    history.replaceState(null, "", address);
  };

  input.addEventListener("input", () => {
    if (!input.validity.valid) return;
    show(input.value);
    keep(input.value);
  });
  form.addEventListener("reset", () => {
    show("");
    keep("");
  });
  form.addEventListener("submit", (event) => event.preventDefault());

  const asked = new URLSearchParams(location.search).get("as-of") ?? "";
  if (/^\d{4}-\d\d-\d\d$/.test(asked)) {
    input.value = asked;
    show(input.value);
  }
})();
