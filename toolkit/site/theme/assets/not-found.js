/* On the 404 page: guesses which page was meant, from the site's paths. The address stays on this
   device. */
(function () {
  "use strict";
  var box = document.querySelector("[data-meant]");
  if (!box) return;

  function pairs(text) {
    var found = {};
    for (var i = 0; i < text.length - 1; i++) found[text.substr(i, 2)] = true;
    return found;
  }

  function likeness(one, other) {
    var both = 0, count = 0, pair;
    for (pair in one) { count++; if (other[pair]) both++; }
    for (pair in other) count++;
    return count ? (2 * both) / count : 0;
  }

  // Some hosts use one 404 page for all languages: go to the one in the language of the address.
  var root = box.getAttribute("data-meant"), path = location.pathname;
  var language = path.slice(root.length).split("/")[0];
  var other = document.querySelectorAll(".languages a:not([aria-current])");
  for (var i = 0; i < other.length; i++) {
    if (other[i].hreflang === language) return location.replace(other[i].href + "#" + path);
  }

  var name = location.hash.slice(1) || path;
  try {
    name = decodeURIComponent(name);
  } catch (error) { /* not decodable, such as "100%" */ }
  name = name.toLowerCase().replace(/(index)?\.html?$|\/$/, "");
  var whole = pairs(name);
  name = name.slice(name.lastIndexOf("/") + 1);
  var asked = pairs(name);

  function guess() {
    var best = (window.toolkitPaths || [])
      .map(function (page) {
        var path = page[0].replace(/\/index$/, "");
        var like = likeness(asked, pairs(path.slice(path.lastIndexOf("/") + 1)));
        // Of pages of one name, that of the nearest folder.
        return { page: page, like: like, near: likeness(whole, pairs(path)) };
      })
      .filter(function (one) { return one.like > 0.6; })
      .sort(function (one, other) { return other.like - one.like || other.near - one.near; })
      .slice(0, 3);
    if (!best.length) return;
    var list = document.createElement("ul");
    // Not hidden in the page: browsers that show text only would show it.
    box.appendChild(document.createElement("h2")).textContent = box.getAttribute("data-said");
    box.appendChild(list);
    best.forEach(function (one) {
      var item = document.createElement("li"), link = document.createElement("a");
      link.href = root + one.page[0] + ".html";
      link.textContent = one.page[1];
      item.appendChild(link);
      list.appendChild(item);
    });
  }

  // The paths come after this script: whoever goes to another language needs those of that one.
  document.addEventListener("DOMContentLoaded", guess);
})();
