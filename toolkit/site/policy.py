"""What browsers are told to refuse, in every page and in the headers of a web server."""

# The strictest that works from a server and from a disk: no page needs more than its own style,
# scripts and images. `connect-src`, `font-src`, `frame-src` and the rest fall back to 'none'.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)

# What a page can't say of itself comes from the server.
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
)


def headers_file() -> bytes:
    """The file `_headers`, which static hosts such as Netlify and Cloudflare Pages read."""
    lines = ["/*", *(f"  {name}: {value}" for name, value in HEADERS)]
    return ("\n".join(lines) + "\n").encode()
