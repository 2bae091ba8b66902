"""The clause that touches a quote -> the name that it gives."""
