"""An address tracks readers.

Newsletters and social networks add parameters such as `utm_source` and `fbclid` to the addresses of
their links. They tell the site where a reader came from, and make an address look different from
what it is. The page opens just as well without them. Mail programs and search engines lead readers
through a site of their own (`safelinks.protection.outlook.com`), and the address can say who
received the link. Short addresses (`bit.ly`) do the same, and lead nowhere when their site closes.

## What to do

Remove the parameters, or write the address that the link leads to. `toolkit check --fix` does that.

## Example

Wrong:

```yaml
url: https://www.iom.int/guide?utm_source=newsletter
```

Right:

```yaml
url: https://www.iom.int/guide
```
"""

from toolkit.problems import Finding, Findings, Severity
from toolkit.validation.context import Context
from toolkit.validation.fixes import within
from toolkit.validation.hosts import SHORTENED, host_of, without_tracking

SEVERITY = Severity.WARNING

_ADDED = "This address has parameters that track its readers."
_MARKED = "This address ends with words that the browser would highlight."
_LED_ON = "This address leads through another site, which tracks its readers."


def check(context: Context) -> Findings:
    """Look at the parameters of all addresses."""
    for text, place, field in context.addresses:
        clean = without_tracking(text)
        message, fixes = _LED_ON, within(place, text, clean) if clean != text else ()
        if clean != text:
            if host_of(clean) == host_of(text):
                is_marked = text.removeprefix(clean).startswith((":~:", "#:~:"))
                message = _MARKED if is_marked else _ADDED
            label = f"write {clean}"
            hint = "only this is the address of the work; toolkit check --fix writes it."
        elif SHORTENED.match(text):
            label = "write the address that it leads to"
            hint = "open it in a browser, and copy the address that the publisher gives the page."
        else:
            continue
        yield Finding(message, place, label, hint, field, fixes)
