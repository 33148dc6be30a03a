/* The name of an entry in its files and in the reader's own list. */
const pathOf = (number) => search.documents[number].url.replace(/\.html$/, "");

/* A button that offers the entries shown as files; the script for these is loaded on demand. */
function makeTake(root, numbers) {
  const asked = button(t("take.list"), () => {
    const script = make("script", { src: root + "assets/take.js" });
    const paths = () => numbers().map(pathOf);
    script.onload = script.onerror = () =>
      window.toolkitTake ? window.toolkitTake.open(asked, paths) : say(asked, t("take.lost"));
    document.head.append(script);
  });
  asked.setAttribute("aria-live", "polite"); // if it comes to say that the script was lost
  return asked;
}

