"""An image is cut off or damaged.

Such an image appears half or not at all on some devices. It may also still carry what the camera
recorded: that can be removed only from intact images.

## What to do

Open the image. If it looks right, save it again as PNG, JPEG or WebP; if not, get it again from its
source.

## Example

Wrong:

```text
docs/protection/practices/shelter/house.jpg, of which half was sent
```

Right:

```text
docs/protection/practices/shelter/house.jpg, sent once more
```
"""

from toolkit.validation.of_faults import of_faults

check = of_faults(
    "damaged-image",
    "The image is cut off or damaged.",
    hint="get the image again, or open it and save it again.",
)
