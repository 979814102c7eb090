"""What is learned from labeled articles: names and relations where the rules are silent."""
