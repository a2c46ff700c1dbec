"""Papers come in: the pile, doubts, joining, mending."""
