"""The text: its sentences, with what brackets and quotation marks hold lifted out."""
