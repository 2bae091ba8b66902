"""Exports of news databases: one file with many articles -> records. One module a database.

What is headline, body and footer an export says itself, so that the articles of its records are
taken as they stand: see `Document.parts`.
"""
