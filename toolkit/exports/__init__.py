"""The collection in forms that other programs read: a module a format over one record of a work."""
