/* In a copy for downloading: says in words, from one year after its date on, that it is old. By the
   clock of the reader's device alone; nothing is asked of anybody. */
(function () {
  "use strict";
  var notice = document.querySelector("[data-copy-date]");
  if (!notice) return;
  var old = new Date(notice.getAttribute("data-copy-date") + "T00:00:00Z");
  old.setUTCFullYear(old.getUTCFullYear() + 1);
  if (Date.now() >= old.getTime()) notice.hidden = false;
})();
