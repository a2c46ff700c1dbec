"""People: who may come in, accounts, mail, who is away."""
