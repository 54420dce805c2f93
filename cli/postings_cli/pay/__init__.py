"""What `postings pay` is asked, read, looked up and priced."""
