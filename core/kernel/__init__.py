"""What the operating system says of a server's process and its sockets.  Nothing here needs to be root.

facts         what a sample holds, one frozen class each
sample        Sampler: asks all that follow, and puts the two ends of each connection together
linux_net     /proc/net/tcp, udp and unix: states, queues, drops, timers
unix_diag     Unix sockets in full, from Linux's socket diagnosis
other_net     sockets where there is no /proc/net: fewer columns
processes     processes, children and threads
descriptors   what a process has open
names         whose address, which request, which thread: learnt from events
words         each state in a sentence
"""

from core.kernel.facts import KernelSample, Target
from core.kernel.sample import Sampler

__all__ = ["KernelSample", "Sampler", "Target"]
