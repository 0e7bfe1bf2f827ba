"""Measurements that anybody can repeat: speed and size, on made-up data."""
