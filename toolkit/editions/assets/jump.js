/* A single-page book is laid out only near the window. So what is above the place that a link leads to may turn
   out taller than expected once the browser is there, and push it far out of sight: go there until it stays. The
   same goes for the way back, where a reader may have read on far from where a link had led. */
(function () {
  "use strict";
  var CALM = 3; // frames in which it stays
  var MOST = 12;
  var lazy = document.querySelectorAll(".chapter-entry, .chapter-register"); // see book.css

  /* Do what scrolls, and says whether it had to, until it no longer has to. */
  function settle(scroll, calm, left) {
    requestAnimationFrame(function () {
      calm = scroll() ? 0 : calm + 1;
      if (calm < CALM && left) settle(scroll, calm, left - 1);
    });
  }

  function follow(hash) {
    settle(function () {
      // Not if the link did something else, such as to open another tab.
      var target = location.hash === hash && document.querySelector(":target");
      var box = target && target.getBoundingClientRect();
      var isOut = box && (box.bottom < 0 || box.top > innerHeight);
      if (isOut) target.scrollIntoView();
      return isOut;
    }, 0, MOST);
  }

  function keepPlace(place) {
    history.replaceState(Object.assign({}, history.state, { place: place }), "");
  }

  addEventListener("click", function (event) {
    var link = event.target instanceof Element && event.target.closest("a[href^='#']");
    if (!link) return;
    follow(link.hash);
    for (var n = 0; n < lazy.length; n++) {
      var box = lazy[n].getBoundingClientRect();
      if (box.bottom > 0) break;
    }
    keepPlace(n < lazy.length ? [n, box.top] : null);
  });
  addEventListener("hashchange", function () {
    var place = history.state && history.state.place;
    if (!place) return;
    keepPlace(null); // only a click says where the reader is
    settle(function () {
      var off = lazy[place[0]].getBoundingClientRect().top - place[1];
      scrollBy(0, off);
      return Math.abs(off) > 1;
    }, 0, MOST);
  });
  // After loading again, or coming back from elsewhere, the browser knows where the reader was.
  var way = performance.getEntriesByType("navigation")[0];
  if (!way || way.type === "navigate") follow(location.hash);
})();
