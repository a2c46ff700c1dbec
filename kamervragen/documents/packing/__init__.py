"""What a document is wrapped in: zip, XML, PDF, metadata, and conversion."""
