"""Tests of the site shown while people write."""
