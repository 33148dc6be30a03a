/* The date of this copy, which only a few pages contain, so that the others are the same tomorrow. It is
   shown with its age in the footer and at the end of a citation, and as a warning in copies for
   downloading that are over a year old. Only the clock of the reader's device is used, and no request
   is made. The form uses the date, too. */
(function () {
  "use strict";
  var date = "day:words";
  var day = new Date((window.toolkitCopyDate = "day:date") + "T00:00:00Z");
  var old = new Date(day);
  var days = Math.floor((Date.now() - day) / 864e5);
  var said = "t:foot.copy".replace("{date}", date);

  function each(name, change) {
    Array.prototype.forEach.call(document.querySelectorAll("[data-copy-" + name + "]"), change);
  }

  /* If the clock was never set, the age is unknown. */
  function aged() {
    if (days < 0 || !window.Intl || !Intl.RelativeTimeFormat) return said;
    var unit = days < 61 ? "day" : days < 731 ? "month" : "year";
    var count = Math.floor(days / { day: 1, month: 30.44, year: 365.25 }[unit]);
    var language = document.documentElement.lang + "-u-nu-latn";
    var words = new Intl.RelativeTimeFormat(language, { numeric: count > 1 ? "always" : "auto" });
    return "t:foot.copy-age".replace("{date}", date).replace("{age}", words.format(-count, unit));
  }

  function show(words) {
    each("date", function (one) { one.textContent = words; });
  }

  show(aged());
  // On paper, "today" would soon be wrong.
  window.addEventListener("beforeprint", function () { show(said); });
  window.addEventListener("afterprint", function () { show(aged()); });
  each("cited", function (one) {
    one.textContent = "[" + said + "]"; // a mark that is part of no address
  });
  old.setUTCFullYear(old.getUTCFullYear() + 1);
  if (Date.now() < old) return;
  each("old", function (one) {
    one.querySelector("strong").textContent = "t:copy.old".replace("{date}", date);
    one.hidden = false;
  });
})();
