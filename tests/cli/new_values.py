"""What `toolkit new` is given for one entry of each kind."""

RESOURCE = {
    "title": "Data on flows",
    "summary": "It counts.",
    "type": "handbook",
    "year": "2019",
    "pillars": "prevention,protection",
    "themes": "hotlines, shelters",
    "audiences": "law-enforcement",
    "level": "global",
    "regions": "world",
    "languages": "en",
    "organisations": "unodc",
}
PRACTICE = {
    "title": "Open doors: a house",
    "summary": "Families stay together.",
    "since": "2014",
    "evidence": "reported",
    "pillars": "protection",
    "themes": "shelters",
    "audiences": "service-providers",
    "level": "national",
    "regions": "south-america",
    "countries": "AR",
    "partners": "Ministry of Justice, Argentina",
    "source": "https://www.iom.int/house",
}
TASK = {
    "title": "Plan a visit to a farm",
    "summary": "Helps inspectors to prepare a visit.",
    "pillars": "protection",
    "audiences": "law-enforcement",
    "themes": "investigation",
    "asked": "signs of forced labour",
    "choices": "guide, manual, shelter",
}
PATHS = {
    "resource": "docs/prevention/resources/data-flows-2019.md",
    "practice": "docs/protection/practices/open-doors-house.md",
}


def options(values: dict[str, str], **changes: str) -> list[str]:
    return [part for name, text in (values | changes).items() for part in (f"--{name}", text)]
