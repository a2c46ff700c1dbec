"""`python -m kamervragen` is `kamervragen`."""

from kamervragen.cli import main

main()
