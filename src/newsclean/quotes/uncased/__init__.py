"""Who speaks where a script has no capitals: Arabic, Bengali, Hebrew, Hindi, Persian."""
