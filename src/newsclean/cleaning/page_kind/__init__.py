"""A page -> whether it is a notice, a list of items or goods for sale, and no article."""
