"""KEK online: a county development concept as data and as a website."""
