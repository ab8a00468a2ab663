"""Training: the `loop` of `Network.fit`, what comes in (`data`), what is made small (`losses`), and when it ends."""
