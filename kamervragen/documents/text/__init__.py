"""The form in which text is handed over: blocks of runs, its Markdown, and merging three of them."""
