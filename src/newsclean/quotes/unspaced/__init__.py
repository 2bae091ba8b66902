"""Chinese and Japanese, whose words have no blanks between them."""
