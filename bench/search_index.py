"""Makes the search index of a content folder, without and with its cache, and prints figures.

python -m bench.search_index CONTENT CACHE
"""

import gc
import gzip
import json
import sys
import time
from datetime import date
from pathlib import Path

from toolkit.cache.store import store_for
from toolkit.catalogue.catalogue import make_catalogue
from toolkit.content.reader import read_content
from toolkit.languages import LANGUAGES
from toolkit.rendering.bodies import Rendering
from toolkit.search.files import each_search_file


def main() -> None:
    content, cache = Path(sys.argv[1]), Path(sys.argv[2])
    language = LANGUAGES["en"]
    catalogue = make_catalogue(read_content(content), date(2026, 11, 25))
    bodies = Rendering(catalogue.content.documents, language).result()
    gc.collect()
    gc.freeze()
    times = []
    store = store_for(cache / "docs")
    files: dict[str, bytes] = {}
    for _ in range(2):
        begun = time.perf_counter()
        files = dict(each_search_file(catalogue, language, bodies, store))
        times.append(time.perf_counter() - begun)
    sizes = {
        path.rpartition("/")[2].partition("-")[0].removesuffix(".js"): 0
        for path in files
        if "/en/" in path
    }
    for path, data in files.items():
        if "/en/" in path:
            name = path.rpartition("/")[2].partition("-")[0].removesuffix(".js")
            sizes[name] += len(gzip.compress(data, 9))
    entries = len(catalogue.entries)
    found = {"entries": entries, "cold": times[0], "cached": times[1], "sizes": sizes}
    print(json.dumps(found))


if __name__ == "__main__":
    main()
