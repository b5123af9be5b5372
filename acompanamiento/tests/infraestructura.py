"""Fixtures about the ground the tests stand on: settings, folders, servers, the browser."""
