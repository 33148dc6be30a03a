"""Small zips that lead from an unpacked copy to a newer one."""
