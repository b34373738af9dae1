"""What the search knows: records made from the model, an index in pieces, and the numbers."""
