/* A button that offers the entries shown as files; what makes them is loaded on demand. */
function makeTake(root, numbers) {
  const asked = button(t("take.list"), "", () => {
    const script = make("script", { src: root + "assets/take.js" });
    const paths = () => numbers().map((number) => search.documents[number].url.replace(/\.html$/, ""));
    script.addEventListener("load", () => window.toolkitTake.open(asked, paths));
    document.head.appendChild(script);
  });
  return asked;
}

