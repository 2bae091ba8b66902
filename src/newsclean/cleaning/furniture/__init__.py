"""Kept lines -> those that rules take out, each kind of them in a module of its own."""
