"""Lines -> numbers, from words and from the tree."""
