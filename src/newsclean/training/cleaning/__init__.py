"""How the models of cleaning were made: networks over lines, the judge, page kinds."""
