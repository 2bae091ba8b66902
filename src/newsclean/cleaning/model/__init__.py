"""Numbers -> probabilities: layers, embedding, the two networks, the file they live in."""
