"""Lines that were to go -> those that stay with what they belong to."""
