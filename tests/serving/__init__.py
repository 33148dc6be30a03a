"""Tests of the site that is shown while people write."""
