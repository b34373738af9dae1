"""What other sites show of this one: cards for frames, badges, oEmbed descriptions, QR codes."""
