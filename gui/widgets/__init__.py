"""Small widgets: plain values in, signals out; they know nothing of servers."""
