"""Places and offices read by labellers: who takes, keeps, gives up or fails to get which, and on which body."""
