"""How the models of headline, byline and date were made."""
