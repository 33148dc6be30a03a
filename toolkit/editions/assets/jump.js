/* A single-page book is laid out only near the window. So what is above the place that a link leads to may turn
   out taller than expected once the browser is there, and push it far out of sight: go there until it stays. */
(function () {
  "use strict";
  var CALM = 3; // frames in which it stays
  var MOST = 12;
  var isNew = false; // the next change of the address comes from a link, not from "back"

  /* Going back, a reader may come to the middle of an entry: then that stays in sight, not its heading. */
  function follow(isAsked, calm, left) {
    requestAnimationFrame(function () {
      var target = document.querySelector(":target");
      if (!target) return;
      var box = (!isAsked && target.closest(".chapter-entry") || target).getBoundingClientRect();
      var isOut = box.bottom < 0 || box.top > innerHeight;
      if (isOut) target.scrollIntoView();
      calm = isOut ? 0 : calm + 1;
      if (calm < CALM && left) follow(isAsked, calm, left - 1);
    });
  }

  addEventListener("click", function (event) {
    var link = event.target instanceof Element && event.target.closest("a[href^='#']");
    if (!link) return;
    isNew = link.hash !== location.hash;
    follow(true, 0, MOST);
  });
  addEventListener("hashchange", function () {
    if (!isNew) follow(false, 0, MOST);
    isNew = false;
  });
  follow(false, 0, MOST);
})();
