"""How the models of sentence ends were made."""
