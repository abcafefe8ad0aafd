"""Web pages: the article out of their markup."""
