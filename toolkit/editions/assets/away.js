/* In a single file, each jump to an entry adds the file to the tab's history again. So leaving goes
   back to the first of these steps, marks it, and opens an empty page from there: nothing is left to go
   forward to, and the marked step shows nothing if somebody comes back to it.
   Runs before leave.js, which blanks the page at once and then goes to the mark. */
(function () {
  "use strict";
  var MARK = "#-";
  var EMPTY = "about:blank";
  var leaving = false;
  var at = 0;

  function hide() {
    document.documentElement.hidden = true;
    document.title = "\u00a0";
    window.stop();
    location.replace(EMPTY);
  }

  if (location.hash === MARK) {
    hide();
    return;
  }
  addEventListener("pageshow", function (event) {
    if (event.persisted && (leaving || location.hash === MARK)) hide();
  });

  at = history.state && history.state.at || 0;
  history.replaceState({ at: at }, "");

  addEventListener("hashchange", function () {
    if (location.hash === MARK) {
      if (leaving || !at) location.assign(EMPTY);
      else {
        leaving = true;
        history.go(-at);
        setTimeout(hide, 1000);
      }
    } else if (leaving) {
      location.replace(MARK);
    } else if (history.state) {
      at = history.state.at;
    } else {
      at += 1;
      history.replaceState({ at: at }, "");
    }
  });
})();
