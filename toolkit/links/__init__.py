"""Addresses in the content and what answers there. The only room that may use the network."""
