"""The fault rig: drives the command line program into every fault a shop may meet, and asks the verifier what is left."""
