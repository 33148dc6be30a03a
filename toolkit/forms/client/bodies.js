/* Rules about the Markdown of texts: headings, links, code and HTML. */

const TAG = /(^|[^\\])(<\/?([A-Za-z][A-Za-z0-9-]{0,30})(?:[\s/](?=[^<>=]{0,2000}=)[^<>]{0,2000}|(?:[\s/]{1,9}(?:async|autoplay|border|checked|clear|controls|defer|disabled|download|hidden|loop|muted|nowrap|open|reversed|selected))*[\s/]*)>|<!--|<!\[|<!DOCTYPE|<\?[a-z])/i;
const FENCE = /^(`{3,}|~{3,})( *(?:\{[^{}]*\}|[\p{L}\p{N}_#.+-]+))? *$/u;
/* A heading of a section or a page, also if it is underlined; and what may be a hashtag instead. */
const HEADING = /(?:^|\n)##?(?!#)|(?:^|\n[ \t]*\n)[^\S\n]*\S[^\n]*\n(?:=+|-+) *(?:\n|$)/;
const HASHTAG = /^##?[^\s#]\S*/m;
const BARE_HEADING = /^#{1,6}[ \t]*(?:!\[[^\]\n]{0,300}\]\([^)\n]{0,2000}\)[ \t]*)*(?:#+[ \t]*)?$/m;
/* The address of a link may contain spaces, which its title in quotation marks follows. */
const LINK = /(!?)\[([^\]\n]{0,300})\]\(\s*(?:<([^<>\n]{0,2000})>|((?:[^\s()]|\([^\s()]*\))*(?:(?: +(?!["' )])(?:[^\s()]|\([^\s()]*\))+)+(?= *\)| +["']))?))/g;
/* What may lead to a place on the page, or to a file of the site. */
const INSIDE = /^(?:[#?]|(?!https?\W)[^:@]+\.[a-z]\w{0,7}(?:[?#]|$))/i;
const SAID = "(?:subject=(?:(?!%0[AD])[^&])*|body=[^&]*)";
const MAILBOX = RegExp(`^mailto:[^@?,;%&]+@[^@?,;%&]+(?:\\?${SAID}(?:&${SAID})*)?$`, "i");
const SITE = /^(?:www\.|(?:[a-z0-9-]+\.){1,9}(?:org|int|com|net|eu|gov|edu)(?:[/?#]|$))/i;
const BARE = /(?:^|(?:^|[^\]])\(|[^\p{L}\p{N}_<["'/=@.(-])((?:https?:\/\/|www\.)[^\s()<>[\]]+)/gu;
/* Where links lead; what an open bracket begins stays, up to the end of its line, and is looked at once. */
const LINKED = /\](?:\(\s*(?:[^\s)][^)\n]*)?\)|(\([^)\n]*$))|^\[[^\]\n]*\]:.*$/gm;
const UNCLEAR = new Set((
  "here|click here|click|this|this link|link|more|read more|learn more|see more|this page|page|website|"
  + "this website|site|download|download here|see here|read here|source|details|pdf|document|this document|"
  + "file|go|continue|find out more|more info|more information|further information|available here|follow this link"
).split("|"));
const MARKS = { b: "**", strong: "**", i: "*", em: "*", code: "`" };

/* The text with code blanked out, and every other character in its place. */
function withoutCode(text) {
  const spaces = (code) => code.replace(/[^\n]/g, " ");
  const lines = text.split("\n"), closing = {}, ends = [];
  for (let n = lines.length - 1; n >= 0; n--) {
    const [, fence, language] = FENCE.exec(lines[n]) || [];
    ends[n] = closing[fence];
    if (fence && !language) closing[fence] = n;
  }
  let end = -1;
  const kept = lines.map((line, n) => {
    if (n > end && ends[n]) end = ends[n];
    return n > end ? line : spaces(line);
  });
  return kept.join("\n").replace(/(`{1,9})(?:[^`\n]|\n(?![ \t]*\n))+\1/g, spaces);
}

/* The Markdown for what an HTML element does. */
function inMarkdown(said, tag) {
  const name = (tag[3] || "").toLowerCase(), marks = MARKS[name] || "";
  const start = tag.index + tag[0].length, end = said.toLowerCase().indexOf("</" + name + ">", start);
  return marks && end > 0 ? marks + said.slice(start, end).trim() + marks : "**words**, [words](address), - item";
}

/* Files that may come with a text: images that it shows, and others in the folder of the entry. */
const IMAGE = /\.(?:png|jpe?g|webp)$/i, IN_FOLDER = /\.(?:png|jpe?g|webp|pdf|csv)$/i;

/*
 * Whether a path may lead to a page, to a file that may come with the text, or to one that it had before. Of
 * pages, only entries and tasks are known.
 */
function isPath(data, { kind, id, home, values, was }, to, isShown) {
  const path = to.replace(/[?#].*$/, ""), [pillar] = home ? [home] : list(values.pillars);
  if (path && !/\.md$/.test(path)) {
    return (isShown && IMAGE.test(path)) || (path.startsWith(id + "/") && IN_FOLDER.test(path))
      || Object.values(was || {}).some((text) => text.includes(to));
  }
  const place = kind === "task" ? ["tasks"] : [pillar, kind + "s"];
  path.replace(/\.md$/, "").split("/").forEach((part) => {
    if (part === "..") place.pop();
    else if (part !== ".") place.push(part);
  });
  const whole = place.join("/");
  return !/^(?:[a-z]+\/(?:practices|resources)|tasks)\/(?!index$)[^/]+$/.test(whole)
    || data.entries.concat(data.tasks).some((one) => one[0] === whole);
}

/* Look at the text of each section. */
function bodyRules(of) {
  const { data, entry, say } = of;
  const fields = rowsOf(data, "practice").concat(rowsOf(data, "resource")).map((one) => one.name);
  const block = new RegExp("^---[ \\t]*\\n(?:[ \\t]*\\n){0,3}(?:" + fields.join("|") + "):\\s", "im");
  sectionsOf(data, entry.kind).forEach(([heading, name_]) => {
    const name = "section:" + heading, whole = entry.sections[heading] || "";
    const said = withoutCode(whole).replace(/&amp;/g, "&");
    if (entry.kind === "practice") {
      const hashtag = HASHTAG.exec(said);
      if (hashtag) say("wrong-sections", name, "hashtag", { value: hashtag[0] });
      else if (!whole.replace(/^(?:#|---|===).*$/gm, "").trim()) {
        say("wrong-sections", name, "no-section", { field: name_ });
      } else if (HEADING.test(said)) say("wrong-sections", name, "heading");
    }
    const facts = block.exec(said);
    if (facts) say("repeated-front-matter", name, "copied", { value: oneLine(facts[0]) });
    proseRules(of, whole, name, true);
    for (const link of said.matchAll(/\]\((https:[^)\s]+)/gi)) linkRules(of, link[1], name);
    for (const [, mark, words, within, bare] of said.matchAll(LINK)) {
      const to = within || bare || "";
      const scheme = (/^([A-Za-z][A-Za-z0-9+.-]*):/.exec(shown(to).replace(/ /g, "")) || ["", ""])[1].toLowerCase();
      const isOutside = scheme || /^(?:\/\/|\\)/.test(to);
      const isTaken = (scheme === "mailto" && MAILBOX.test(to.replace("%40", "@"))) || (scheme === "https" && !addressObjection(to));
      if (isOutside && (mark || !isTaken)) say("refused-link", name, "refused-link", { value: to });
      else if (/^#_/.test(to)) say("broken-anchor", name, "refused-link", { value: to }); // of a word processor
      else if (!isOutside && (SITE.test(to) || !INSIDE.test(to))) say("broken-link", name, "refused-link", { value: to || words });
      else if (!isOutside && !isPath(data, entry, to, mark)) say("broken-link", name, "nowhere", { value: to });
      if (!mark && UNCLEAR.has(oneLine(words.replace(/^[\s*_`.,:;>]+|[\s*_`.,:;>]+$/g, "").toLowerCase()))) {
        say("unclear-link-text", name, "unclear-link", { value: words });
      }
    }
    for (const [, address] of said.replace(LINKED, "]$1").matchAll(BARE)) {
      const value = withoutEnd(address, ".,;:!?*_`'\"");
      say("bare-address", name, "bare-address", { value, meant: "[\u2026](" + value.replace(/^www\./, "https://www.") + ")" });
    }
    const tag = TAG.exec(said);
    if (tag) say("raw-html", name, "html", { value: tag[2], meant: inMarkdown(said, tag) });
    const rows_ = /^[^\n\t]*\S *\t+ *\S[^\n]*\n[^\n]*\S *\t+ *\S/m.exec(said);
    if (rows_) {
      const first = rows_[0].split("\n")[0].split("\t").filter(Boolean).map((cell) => cell.trim());
      say("stray-space", name, "tabs", { meant: "| " + first.join(" | ") + " |" });
    }
  });
}
