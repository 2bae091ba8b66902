"""Shipped models and word lists. SOURCES.md says where each came from."""
