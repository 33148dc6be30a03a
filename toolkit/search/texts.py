"""The interface strings that the scripts of the search show; the index holds them."""

KEYS = (
    *("search.results", "search.count", "search.none", "search.weak", "search.showing"),
    *("search.instead", "search.nearest", "search.lists", "search.more", "search.filter"),
    *("search.chosen", "search.remove", "search.clear", "search.close", "search.section"),
    *("search.past", "search.languages", "search.suggestions", "search.all", "search.ways"),
    *("search.task", "search.guide", "search.pages", "search.likely", "search.offer"),
    *("search.waiting", "search.filters", "search.show"),
    *("search.privacy", "browse.sort", "browse.sort.title", "browse.sort.newest"),
    *("browse.sort.oldest", "browse.sort.added", "browse.added", "browse.count", "take.list"),
    *("take.lost", "browse.not-mine", "browse.no-mine", "browse.tick", "list.comma"),
    *("list.semicolon", "facts.dot"),
)
