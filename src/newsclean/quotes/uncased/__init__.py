"""Who speaks where a script has no capitals: Arabic, Persian, Hebrew, Hindi."""
