"""The files in which mistakes are made, and places in them that are replaced."""

GUIDE = "prevention/resources/guide.md"
SHELTER = "protection/practices/shelter.md"
TITLE = "title: Guide for labour inspectors"
SUMMARY = "summary: It explains how to recognize forced labour during an inspection."
LANGUAGES = "languages: [en]"
REGIONS = "regions: [south-america]"
SOURCE = "  - url: https://www.iom.int/shelter"
SOURCES = f"sources:\n{SOURCE}\n    role: description"
ADDRESS = "url: https://www.unodc.org/guide"
ADDRESS_TO = "url: ¦https://www.unodc.org/guide"
TEXT = "See [the grades](../../about/evidence.md#the-three-grades)."

# File, the text there, what a person writes instead, the check, and what it must say. The character
# ¦ marks where the problem must point.
Row = tuple[str, str, str, str, str]
