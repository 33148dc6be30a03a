"""What browsers are told to refuse, in every page and in the headers of a web server."""

# The strictest policy that works both from a server and from a disk: pages need only the site's
# own style, scripts and images. `connect-src`, `font-src`, `frame-src` and so on fall back to
# 'none'.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)

# What a page can't declare for itself, the server must send.
HEADERS = (
    ("Content-Security-Policy", f"{POLICY}; frame-ancestors 'none'"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("X-DNS-Prefetch-Control", "off"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), browsing-topics=()"),
    ("Strict-Transport-Security", "max-age=31536000"),
    # Otherwise browsers show a page that had stayed the same for months for days without asking,
    # and mix the parts of two searches.
    ("Cache-Control", "no-cache"),
)


def headers_file() -> bytes:
    """The `_headers` file, which static hosts such as Netlify and Cloudflare Pages read."""
    lines = ["/*", *(f"  {name}: {value}" for name, value in HEADERS)]
    return ("\n".join(lines) + "\n").encode()
