"""Networks that come from elsewhere, and go there: other frameworks' models and weights."""
