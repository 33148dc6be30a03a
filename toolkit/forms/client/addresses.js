/* What is wrong with addresses and numbers, as in toolkit/validation. */
const NEVER = /[\u0000-\u0020\u007f-\u00a0<>"\\^`{}|\u2028-\u202e\u2066-\u2069\u200b-\u200f\ufeff]/; // eslint-disable-line no-control-regex
const BARE_HOST = /^(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}(?:[/?#]\S*)?$/;
const HOST = /^(?!-)[\p{L}\p{N}](?:[\p{L}\p{N}]|-)*(?:\.[\p{L}\p{N}](?:[\p{L}\p{N}]|-)*)*\.(?:\p{L}{2,}|xn--[\w-]+)$/u;
const SITE_FIRST = /^(?:https?:|www\.|(?:[\w-]+\.)+[\w-]+\/)/i;
const LAPSED_DOMAIN = "icat.network";
const SHARING = (
  "drive.google.com docs.google.com onedrive.live.com 1drv.ms sharepoint.com dropbox.com box.com "
  + "wetransfer.com we.tl icloud.com mega.nz mega.io disk.yandex.ru disk.yandex.com yadi.sk "
  + "pan.baidu.com mediafire.com"
).split(" ");
const TRIAL = /^(?:(?:www-)?(?:(?:preview|staging|stage|preprod|uat|sandbox)\d*(?:-[a-z0-9-]+)?|(?:dev|test)\d*)\.[^.]+\..+|.+\.(?:local|localhost|localdomain|internal|intranet|lan|corp|test|invalid|home\.arpa)|(?:.+\.)?example\.(?:com|net|org)|.+\.example)$/;
const TRACKING = new RegExp(
  "^(?:(?:utm|pk|mc|at|mtm|matomo|itm|hsa|oly|__cf_chl)_[a-z0-9_]*|_ga|_gl|_hsenc|_hsmi|__hs[a-z]+" +
    "|[a-z]{1,4}clid|msclkid|[gw]braid|igsh|igshid|li_fat_id|mkt_tok|srsltid|vero_id|wt\\.mc_[a-z]+" +
    "|ck_subscriber_id|phpsessid|jsessionid|aspsessionid[a-z]*)(?:=.*)?$",
  "i"
);
const FORWARDERS = [
  ["safelinks.protection.outlook.com", "/", "url"],
  ["google.com", "/url", "q"],
  ["google.com", "/url", "url"],
  ["facebook.com", "/l.php", "u"],
  ["linkedin.com", "/redir/", "url"],
];
const CAME_FROM = /^(?:utm_|mtm_|pk_|_hs|_g|mc_|[a-z]*clid$|ref|source$|share$|inheritred)/;

const isWithin = (host, others) => others.some((one) => host === one || host.endsWith("." + one));

/* The parts of an address that are checked; null if it isn't one. */
function partsOf(text) {
  const found = /^([A-Za-z][A-Za-z0-9+.-]*):\/\/([^/?#]*)([^?#]*)(?:\?([^#]*))?/.exec(text);
  if (!found) return null;
  const at = found[2].lastIndexOf("@");
  const port = /:(\d*)$/.exec(found[2]);
  return {
    scheme: found[1].toLowerCase(),
    user: found[2].slice(0, Math.max(at, 0)),
    host: found[2].slice(at + 1).replace(/:\d*$/, "").toLowerCase(),
    port: port ? Number(port[1]) : 0,
    path: found[3],
    query: found[4] || "",
  };
}

function unquoted(text) {
  const found = /^(?:'(.*)'|"(.*)"|\u201c(.*)\u201d|\u201e(.*)[\u201c\u201d]|\u201d(.*)\u201d|\u2018(.*)\u2019|\u00ab(.*)\u00bb)$/.exec(text);
  return found ? found.slice(1).find((one) => one !== undefined).trim() : text;
}

/* Whether Latin letters are mixed with those of an alphabet that has many look-alikes. */
const isMixed = (label) =>
  /\p{Script=Latin}/u.test(label)
  && /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u.test(label);

/* Whether a label is Cyrillic, and looks Latin before an ending such as .org. */
const LOOKS_LATIN = /^[0-9-]*[асеорхуіјѕһӏԁԛԝ][0-9асеорхуіјѕһӏԁԛԝ-]*$/;
const isDisguised = (host) => /\.[\w-]+$/.test(host) && host.split(".").some((label) => LOOKS_LATIN.test(label));

/* A text without the signs at its end. Patterns would look for the end from each of them on. */
function withoutEnd(text, signs) {
  let end = text.length;
  while (end && signs.includes(text[end - 1])) end--;
  return text.slice(0, end);
}

/* The address in brackets, among other words, or made from a DOI; empty if there is none. */
function addressWithin(text) {
  const doi = /^(?:doi[\s:]*)?(10\.\d{4,9}\/\S+)$/i.exec(text);
  if (doi) return "https://doi.org/" + doi[1].replace(/</g, "%3C").replace(/>/g, "%3E");
  const found = /^(?!https?:\/\/)[^]*?(?:^|[\s([<:])(https?:\/\/[^\s<>()[\]]+)|^(https?:\/\/\S+)\s+[([]/i.exec(text);
  const address = found ? withoutEnd(found.slice(1).find(Boolean), ".,;:") : "";
  return address && !addressObjection(address) ? address : "";
}

/* An address without the bracket at its end, if nothing in it opens that. */
function withoutBracket(text) {
  const end = text.slice(-1), opening = { ")": "(", "]": "[" }[end];
  return opening && text.split(opening).length < text.split(end).length ? text.slice(0, -1) : text;
}

/* An address without what keyboards, sentences and the source of a page add to it. */
function tidyAddress(text) {
  const bare = text.replace(/[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, "").trim();
  const way = /^https?[:\uff1a][/\uff0f]*\\/i.test(bare) ? bare.replace(/\\/g, "/") : bare;
  const whole = way.replace(/^(https?)[:\uff1a][/\uff0f]+/i, "$1://").replace(/&amp;/g, "&");
  const after = ".,;:\u060c\u061b\u3002\uff0c\uff1b\u3001";
  const short = withoutEnd(withoutBracket(withoutEnd(whole, after)), after);
  return /[^A-Za-z0-9][A-Z]$|(?:Inc|Corp|Ltda?|Co|Bros|[JS]r)$/.test(short) ? whole : short;
}

/* The key and the values of the message about a wrong address; null if it is right. */
function addressObjection(text) {
  const tidy_ = tidyAddress(text);
  return tidy_ === text || addressFault(tidy_) ? addressFault(text) : ["address-meant", { meant: tidy_ }];
}

function addressFault(text) {
  const meant = (value) => ["address-meant", { meant: value }];
  if ((text.match(/https?:\/\//gi) || []).length > 1 && !/[^\s,;|]https?:\/\//i.test(text)) return ["address-one", {}];
  const bare = unquoted(text.trim());
  if (bare !== text.trim() && /^https?:\/\//i.test(bare)) return meant(bare);
  const within = addressWithin(text);
  if (within) return meant(within);
  if (/\s/.test(text)) return SITE_FIRST.test(text) ? ["address-space", {}] : ["address", {}];
  if (!/^[A-Za-z][A-Za-z0-9+.-]*:/.test(text) && BARE_HOST.test(text)) return meant("https://" + text);
  const parts = partsOf(text);
  if (!parts || !/^https?$/.test(parts.scheme) || NEVER.test(text) || parts.user || parts.port > 65535) {
    return ["address", {}];
  }
  const host = parts.host.replace(/\.$/, "");
  const isOdd = host.split(".").some(isMixed) || isDisguised(host);
  return !HOST.test(host) || isOdd || isWithin(host, [LAPSED_DOMAIN]) ? ["address", {}] : null;
}

const isSharing = (text) => isWithin((partsOf(text) || { host: "" }).host, SHARING);
const isPrivate = (text) => TRIAL.test((partsOf(text) || { host: "" }).host.replace(/^www\./, ""));

/* The address that a forwarder leads to; empty if it isn't one, or the target can't be read. */
function aimOf(text) {
  const parts = partsOf(text);
  for (const [host, path, name] of parts ? FORWARDERS : []) {
    if (!isWithin(parts.host, [host]) || !parts.path.startsWith(path)) continue;
    const found = parts.query.split("&").filter((one) => one.startsWith(name + "=")).pop();
    try {
      const aim = decodeURIComponent((found || "").slice(name.length + 1).replace(/\+/g, " "));
      if (aim && !addressObjection(aim)) return aim;
    } catch (error) {
      // The target can't be read.
    }
  }
  return "";
}

/* What the query of an address asks a search for; empty if it asks for nothing. */
function searchedFor(query, names) {
  const found = query.split("&").map((one) => /^([^=]*)=(.+)$/.exec(one.replace(/\+/g, " "))).find((one) => one && names.includes(one[1].toLowerCase()));
  try {
    return found ? decodeURIComponent(found[2]) : "";
  } catch (error) {
    return found[2];
  }
}

function withoutTracking(address) {
  const text = address.replace(/;jsessionid=[^/?#]*|#?:~:text=.*$/gi, "");
  const aim = aimOf(text);
  if (aim) return withoutTracking(aim);
  return text.replace(/\?([^#]*)/, (whole, query) => {
    const kept = query.split("&").filter((part) => !TRACKING.test(part));
    if (kept.length === query.split("&").length) return whole;
    return kept.length ? "?" + kept.join("&") : "";
  });
}

/* An address without what varies between two copies of it; empty if it isn't one. */
function canonicalAddress(text) {
  let plain = text.trim();
  try {
    plain = decodeURIComponent(plain);
  } catch (error) {
    // Leave it as it is.
  }
  const parts = partsOf(plain);
  if (!parts) return "";
  const spaced = (one) => one.replace(/\+/g, " ");
  const query = parts.query
    .split("&")
    .map((one) => /^([^=]*)=(.+)$/.exec(one))
    .filter((one) => one && !CAME_FROM.test(one[1].toLowerCase()))
    .map((one) => "?" + spaced(one[1]) + "=" + spaced(one[2]))
    .sort();
  const port = parts.port && parts.port !== 80 && parts.port !== 443 ? ":" + parts.port : "";
  return parts.host.replace(/^(?:www|dx)\./, "") + port
    + parts.path.replace(/\/(?:(?:index|default|home)\.\w+)?$/i, "") + query.join("");
}

const total = (digits, weight) => Array.from(digits).reduce((sum, digit, n) => sum + Number(digit) * weight(n), 0);
const modulo = (number, of) => ((-number % of) + of) % of;

/* What is wrong with an identifier, with the right last digit if only that is wrong; else null. */
function identifierObjection(kind, text) {
  if (kind === "isbn") {
    if (!/^(?:[0-9](?:[ -]?[0-9]){8}[ -]?[0-9Xx]|[0-9](?:[ -]?[0-9]){12})$/.test(text)) return ["identifier", {}];
    const digits = text.replace(/[ -]/g, "").toUpperCase();
    const isLong = digits.length === 13;
    const last = isLong
      ? String(modulo(total(digits.slice(0, 12), (n) => (n % 2 ? 3 : 1)), 10))
      : "0123456789X"[modulo(total(digits.slice(0, 9), (n) => 10 - n), 11)];
    if (digits.slice(-1) !== last) return ["identifier-digit", { meant: last }];
    return isLong && !/^97[89]/.test(digits) ? ["identifier", {}] : null;
  }
  if (kind === "issn") {
    if (!/^[0-9]{4}-[0-9]{3}[0-9X]$/.test(text)) return ["identifier", {}];
    const digits = text.replace("-", "");
    const last = "0123456789X"[modulo(total(digits.slice(0, 7), (n) => 8 - n), 11)];
    return digits[7] === last ? null : ["identifier-digit", { meant: last }];
  }
  if (kind === "doi" && !/^10\.[0-9]{4,9}(?:\.[0-9]+)*\/(?:[^\s<>"{}|\\^`]|<[0-9A-Za-z.-]*:[^\s<>"{}|\\^`]*>)+$/.test(text)) return ["identifier", {}];
  return null;
}

/* The date that was meant; null if the text is a right one, empty if it is unclear. */
function dateObjection(form, text) {
  const exists = (date) => {
    const [year, month, day] = (date + "-01-01").slice(0, 10).split("-").map(Number);
    const made = new Date(Date.UTC(year, month - 1, day));
    return year > 0 && made.getUTCMonth() === month - 1 && made.getUTCDate() === day;
  };
  const pattern = form === "month" ? /^[0-9]{4}-[0-9]{2}$/ : /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;
  if (pattern.test(text)) return exists(text) ? null : "";
  const numbers = /^([0-9]{4})[-./]([0-9]{1,2})(?:[-./]([0-9]{1,2}))?(?:[T ].*)?$/.exec(text);
  if (!numbers || (form === "date" && !numbers[3])) return "";
  const two = (number) => number.padStart(2, "0");
  const meant = numbers[1] + "-" + two(numbers[2]) + (form === "date" ? "-" + two(numbers[3]) : "");
  return exists(meant) ? meant : "";
}
