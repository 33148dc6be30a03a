"""The digest of an entry from its published rules alone: PyYAML and the standard library."""
import hashlib, json, re, sys, unicodedata
from pathlib import Path
import yaml

NOT_COVERED = "review_by unverified verified aliases related distinct_from status withdrawn".split()
SPACE = re.compile("[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")

def fold(text):
    return SPACE.sub(" ", unicodedata.normalize("NFC", text)).strip(" ")

def write(data):
    if isinstance(data, str):
        return json.dumps(data, ensure_ascii=False)
    if isinstance(data, list):
        return "[" + ",".join(map(write, data)) + "]"
    keys = sorted(data, key=lambda key: key.encode("utf-16-be"))
    return "{" + ",".join(write(key) + ":" + write(data[key]) for key in keys) + "}"

def value(node, ordered=False):
    if node.id == "scalar":
        nothing = node.style is None and node.value in ("~", "null", "Null", "NULL")
        return "" if nothing else fold(node.value)
    if node.id == "mapping":
        pairs = {fold(key.value): value(item) for key, item in node.value}
        return {key: item for key, item in pairs.items() if item}
    items = [item for item in map(value, node.value) if item]
    return items if ordered else sorted(items, key=lambda i: i if isinstance(i, str) else write(i))

def digest(path, text):
    _, front, body = re.split(r"(?m)^---[ \t]*\r?$\n?", text, maxsplit=2)
    data = {key.value: value(node, key.value in ("pillars", "sources"))
            for key, node in yaml.compose(front).value if key.value not in NOT_COVERED}
    data |= {"id": path.stem, "kind": path.parent.name[:-1], "body": fold(body)}
    form = write({key: item for key, item in data.items() if item})
    return "sha256:" + hashlib.sha256(form.encode()).hexdigest(), form

if __name__ == "__main__":
    for name in map(Path, sys.argv[1:]):
        print(digest(name, name.read_bytes().decode("utf-8-sig"))[0], name)
