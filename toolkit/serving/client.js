// Asks the server, by a script that it delays, whether this page, the search or the list of errors
// has changed.
const own = document.currentScript;
let said = "";
let search = own.dataset.search;

// Whether the page has loaded the index: what it finds, or filters, is that of the former site.
const searches = () => self.toolkitSearch?.header?.();

self.toolkitServed = (news) => {
  if (news.reload || (news.search !== search && searches())) {
    location.reload();
    return;
  }
  const { message } = news;
  said = news.token;
  search = news.search;
  let shown = document.getElementById("served-problems");
  if (message && !shown) {
    shown = document.createElement("pre");
    shown.id = "served-problems";
    shown.setAttribute("role", "alert");
    shown.dir = "ltr";
    document.body.prepend(shown);
  }
  if (shown && !message) shown.remove();
  if (message) shown.textContent = message;
};

const ask = () => {
  const asking = document.createElement("script");
  const query = { page: location.pathname, seen: own.dataset.seen, said, search };
  asking.src = `/-/changes.js?${new URLSearchParams(query)}`;
  asking.onload = () => {
    asking.remove();
    ask();
  };
  asking.onerror = () => {
    asking.remove();
    setTimeout(ask, 500);
  };
  document.head.append(asking);
};
addEventListener("load", ask);
