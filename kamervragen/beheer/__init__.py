"""The registers of a ministry, its organisation, people over time, and upkeep."""
