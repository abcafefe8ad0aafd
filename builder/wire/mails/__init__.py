"""Mails: a letter, what it forwards, the items of a newsletter, and boxes full of them."""
