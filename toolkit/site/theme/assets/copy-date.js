/* The date of this copy, which only few pages hold, so that a page is the same tomorrow: with its age
   in the foot, at the end of a citation, and in a copy for downloading from one year on as a warning.
   By the clock of the reader's device alone; nothing is asked of anybody. The form asks for the date. */
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

  /* A clock that was never set says nothing of an age. */
  function aged() {
    if (days < 0 || !window.Intl || !Intl.RelativeTimeFormat) return said;
    var unit = days < 60 ? "day" : days < 730 ? "month" : "year";
    var count = Math.floor(days / { day: 1, month: 30.44, year: 365.25 }[unit]);
    var language = document.documentElement.lang + "-u-nu-latn";
    var words = new Intl.RelativeTimeFormat(language, { numeric: count > 1 ? "always" : "auto" });
    return "t:foot.copy-age".replace("{date}", date).replace("{age}", words.format(-count, unit));
  }

  each("date", function (one) {
    one.textContent = aged();
  });
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
