"""The other lines -> why each goes."""
