"""Raw minutes -> minutes without names, a seal on them, and a gate that nothing passes unread.

The rooms, in the order in which a text meets them:

text/        raw characters -> the same text plainly written, with the way back to each place
lexicon/     packages of words -> what is an ordinary Danish word and what is a name
register/    private/<slug>/register.yml -> the people and suppliers who must not be named
recognise/   text -> the places of one kind of thing: a CPR number, a phone, a registered name
words        text -> the capitalised words that nobody has answered for (default-deny)
redact/      raw minutes + register -> a draft without names, and every doubt
seal         approved minutes -> a digest that one changed character breaks
extract/     a file of any kind -> every text that hides in it, with its place
gate/        a folder -> findings; unknown means closed
"""
