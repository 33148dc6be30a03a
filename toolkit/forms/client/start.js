/* Loads the form's data and starts. Scripts are inserted, since a disk allows nothing else. */
const received = {};

function load(address) {
  return new Promise((resolve, reject) => {
    document.head.append(make("script", { src: address, load: resolve, error: reject }));
  });
}

async function begin() {
  const box = document.querySelector("[data-write]");
  if (!box) return;
  // Firefox marks both names with the same letters in a page that it saved.
  const source = document.currentScript.src.replace(/form([^/]*)$/, "data$1");
  const home = new URL(box.getAttribute("data-home") + "assets/write/", location.href).href;
  const root = box.getAttribute("data-root");
  const now = new Date();
  const local = new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  const waiting = make("p", { "aria-live": "polite" }, box.getAttribute("data-write"));
  box.textContent = ""; // in a page that a browser saved, a form in which nothing works
  box.append(waiting);
  try {
    if (!"".matchAll) throw new Error("This browser is too old."); // a check would stop half-way
    await load(source);
    const data = prepare(received.data);
    // A clock behind the date of the copy is wrong.
    const copied = window.toolkitCopyDate || "";
    const today = local > copied ? local : copied;
    const loadEntry = async (name) => {
      if (!received[name]) await load(home + name + ".js");
      return received[name];
    };
    document.querySelectorAll("[data-write-off]").forEach((one) => {
      one.hidden = true;
    });
    waiting.remove();
    await makePage(box, data, loadEntry, today, root);
  } catch (error) { // a file that is lost, or a browser that is too old
    waiting.remove();
    document.querySelectorAll("[data-write-lost], [data-write-off]").forEach((one) => {
      if (one.dataset.writeLost) one.textContent = one.dataset.writeLost;
      one.hidden = false;
    });
  }
}

window.toolkitWrite = {
  take(name, part) {
    received[name] = part;
  },
  prepare, check, newFile, changedFile, messageOf, suggestId, makeLikes, idOf, makeNames,
  textTyped, valuesTyped, yearsOf, dividedText,
};
if (typeof document !== "undefined") begin();
