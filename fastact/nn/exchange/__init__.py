"""Networks to and from elsewhere: files."""
