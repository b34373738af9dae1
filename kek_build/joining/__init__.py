"""Sites of single counties, built apart, joined to one portal: nothing is shared but the files they publish."""
