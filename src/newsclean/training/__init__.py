"""How each shipped model and word list was made. Never imported by the stages."""
