"""Speech that no marks show, or that nobody spoke: reported, answered, of outlets, imagined."""
