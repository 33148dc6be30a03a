/* Rules about the words of all texts that readers see, and about the addresses in them. */
// How many characters before a claim may deny it, or before a date make a number of it.
const BEFORE = 80;

const textBefore = (text, start) => text.slice(Math.max(0, start - BEFORE), start);

function proseRules(of, said, name, isBody) {
  const { say, finds } = of;
  // Patterns know the beginning of a line by the break before it; raw-html asks to remove comments.
  const whole = "\n\n" + said.replace(/<!--[^]*?(?:-->|$)/g, "");
  // The address of a link may be at the end.
  const left = finds("unfinished", whole).find(({ value }) => value[0] !== "[" || !whole.includes(`\n${value}: `));
  const [program] = finds("program", whole);
  const [copied] = finds("copied", whole).concat(whole.includes("[^") ? [] : finds("note", whole));
  if (left) say("unfinished-text", name, "unfinished", { value: left.groups.alone || left.value });
  if (program) say("unfinished-text", name, "program", program);
  if (copied) say("unfinished-text", name, "copied", copied);
  const bare = isBody && BARE_HEADING.exec(said);
  if (bare) say("unfinished-text", name, "unfinished", { value: bare[1] });
  if (isBody || name === "title" || name === "summary") {
    finds("shouted", said).forEach(({ value }) => {
      if (finds("long", value).length) say("shouted-text", name, "shouted", { value });
    });
  }
  harmRules(of, said, name);
  finds("date", said).forEach(({ value, start }) => {
    if (!finds("noDate", textBefore(said, start)).length) say("ambiguous-date", name, "date-of-two", { value });
  });
  claims(of, said, name);
}

function claims({ say, finds }, said, name) {
  const read = plainly(said);
  finds("claim", read).forEach(({ value, start }) => {
    if (!finds("denied", textBefore(read, start)).length) say("claimed-recognition", name, "claim", { value });
  });
}

/* Rules that also apply to addresses in texts. */
function linkRules({ data, say, finds }, address, name, isWrong) {
  if (name !== "described_at" && isSharing(address)) say("file-sharing-address", name, "sharing");
  const parts = partsOf(address);
  if (isWrong || !parts) return;
  if (isPrivate(address)) say("private-host", name, "private", { value: parts.host });
  const names = parts.query.toLowerCase().split("&").map((one) => one.replace(/=.*/, ""));
  if (data.signed.some((signs) => signs.every((one) => names.includes(one)))) say("expiring-address", name, "expiring");
  const asked = searchedFor(parts.query, data.asked);
  const isSearch = asked && finds("searchPath", parts.path.toLowerCase()).length && !finds("searchAnswer", asked).length;
  if (isSearch) say("search-address", name, "search", { value: asked });
  const clean = withoutTracking(address);
  if (clean !== address) say("tracking-parameter", name, "tracking", { meant: clean });
  else if (finds("shortened", address).length) say("tracking-parameter", name, "shortened");
}
