"""What views are put together from: chains of appointments, shared bodies, roles, what is part of what."""
