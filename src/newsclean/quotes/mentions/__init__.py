"""Who is named: names, descriptions, entities."""
