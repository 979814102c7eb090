"""Training of the encoder: from a network that has read a hundred languages to one that reads news.

It needs the extra `train`; nothing that ships imports this package.
"""
