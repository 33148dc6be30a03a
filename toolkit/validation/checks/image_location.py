"""An image records the place where it was taken, or the place that it shows.

Phones write into each photograph where they were, often to within a few metres. Readers do not see
this, but anyone who gets the file can read it: the way to a shelter, or to the home of a person who
must not be found. The site is published without such data, but the repository, which contains this
file, may be public.

## What to do

Run `toolkit check --fix`: it removes the hidden data and leaves the picture unchanged. Or save the
image without "properties and personal information". If you have already sent the file anywhere,
tell the maintainers at once, because older versions of it are kept. Also think of what the picture
itself shows: a house, a street, a face.

## Example

Wrong:

```text
docs/protection/practices/shelter/house.jpg, straight from the phone
```

Right:

```text
docs/protection/practices/shelter/house.jpg, after toolkit check --fix
```
"""

from toolkit.validation.of_faults import of_faults

check = of_faults(
    "image-location",
    "The image reveals a place. It contains hidden data: {fault.detail}.",
    hint="run toolkit check --fix, which removes this and leaves the picture unchanged, or "
    "save the image without properties and personal information.",
)
