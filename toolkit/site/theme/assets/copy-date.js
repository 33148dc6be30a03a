/* The date of this copy, which only a few pages contain, so that the others are the same tomorrow. It is
   shown with its age in the footer and at the end of a citation, and as a warning in copies for
   downloading that are over a year old. Only the clock of the reader's device is used, and no request
   is made. The form uses the date, too. */
(function () {
  "use strict";
  const day = new Date((window.toolkitCopyDate = "day:date") + "T00:00:00Z");
  const days = Math.floor((Date.now() - day) / 864e5);
  const said = "t:foot.copy"; // the build replaces dates, too

  function each(name, change) {
    document.querySelectorAll("[data-copy-" + name + "]").forEach(change);
  }

  /* If the clock was never set, the age is unknown. */
  function aged() {
    if (days < 0 || !Intl.RelativeTimeFormat) return said;
    const unit = days < 61 ? "day" : days < 731 ? "month" : "year";
    const count = Math.floor(days / { day: 1, month: 30.44, year: 365.25 }[unit]);
    const language = document.documentElement.lang + "-u-nu-latn";
    const words = new Intl.RelativeTimeFormat(language, { numeric: count > 1 ? "always" : "auto" });
    return "t:foot.copy-age".replace("{age}", words.format(-count, unit));
  }

  function show(words) {
    each("date", (one) => (one.textContent = words));
  }

  show(aged());
  // On paper, "today" would soon be wrong.
  addEventListener("beforeprint", () => show(said));
  addEventListener("afterprint", () => show(aged()));
  each("cited", (one) => (one.textContent = "[" + said + "]")); // a mark that is part of no address
  if (Date.now() < day.setUTCFullYear(day.getUTCFullYear() + 1)) return;
  each("old", (one) => {
    one.querySelector("strong").textContent = "t:copy.old";
    one.hidden = false;
  });
})();
