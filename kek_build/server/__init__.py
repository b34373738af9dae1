"""Publishing by push on a county's own server: a repository that refuses what is wrong, and sites that change whole."""
