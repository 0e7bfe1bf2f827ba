"""Measurements that anybody can repeat: README.md says how."""
