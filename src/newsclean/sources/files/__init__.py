"""Files of other programs -> `Document`: one module a format, loaded when one comes."""
