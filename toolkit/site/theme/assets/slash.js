/*
 * Turns off the key "/", which goes to the search on every page: people who speak to their device press
 * keys by accident. The page on accessibility has a box for it. Whether it is ticked is kept as the
 * reader's list is (mine.js): for this tab, until it is closed or the reader leaves quickly.
 */
(function () {
  "use strict";
  const lead = document.querySelector(".lead");
  if (!lead || !window.toolkitMine || document.querySelector(".browse-tools")) return; // a saved page has its box already
  const tools = document.createElement("p");
  const label = document.createElement("label");
  tools.className = "browse-tools";
  label.append(window.toolkitMine.box("/"), " ", "t:search.no-slash");
  tools.append(label);
  lead.after(tools);
})();
