"""Small zips that turn an unpacked copy into a newer one."""
