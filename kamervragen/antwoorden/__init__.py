"""The text: answers, versions, remarks, groups, and what people said of earlier ones."""
