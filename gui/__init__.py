"""The window.

Read in this order: `theme` (colours, spacing, fonts), `visible_text` (text from a socket made safe to show),
`widgets` (small parts that know nothing of servers), `panes` (builder, chat, log …: they do not know each
other and speak only by signals), `main_window` (the switchboard, which alone owns servers and clients).
"""
