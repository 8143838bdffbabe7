<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AddressForm</name>
    <message>
        <source>Addresses such as 127.0.0.1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Addresses such as ::1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IPv4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IPv6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address to listen at. 127.0.0.1 (the default) and ::1 can be reached from this machine only; 0.0.0.0 and :: from everywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file that stands for the socket. Default: empty, a fresh one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The port, 1 to 65535. Default: empty or 0, any free one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which kind of address: IPv4 or IPv6. Default: IPv4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a fresh one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any free port</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Arrivals</name>
    <message>
        <source>1 byte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server closed the conversation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connected to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connected to {0} from {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recv() returned b&quot;&quot;: the end of the stream.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} bytes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BarNames</name>
    <message>
        <source>connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused before {0}()</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits in {0}()</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BuilderPane</name>
    <message>
        <source>No running server is selected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a server of this kind, in a process of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transport</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What carries the bytes: a stream (TCP, Unix stream) or datagrams. Default: TCP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who handles a request while others wait: the loop itself, a thread, or a child process.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>■ Stop server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▶ Start server</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BytesPane</name>
    <message>
        <source>All bytes in view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes as hexadecimal numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hex</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has talked to this server yet.
Open a client and send it a message.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scroll to the cut character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a server, then a client, and send a message: its bytes appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in (Ctrl and wheel, or +)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out (Ctrl and wheel, or −)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>server</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChatPane</name>
    <message>
        <source>Another address…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CLIENTS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this client&apos;s connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnect the second client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half-close: send no more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More for this client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No client yet.
Open one, and talk to the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No client yet.
Start a server, then open a client to talk to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a client to the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a second client to see both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconnect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The second client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two clients side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shutdown(SHUT_WR): replies can still arrive</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClientTabs</name>
    <message>
        <source>Close this client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scroll to the left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scroll to the right</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CodeCard</name>
    <message>
        <source># {0}, {1} lines:
# your own code. Read it,
# and edit it, under Code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A TCPServer whose address is a path: address_family = AF_UNIX.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A UDPServer whose address is a path: address_family = AF_UNIX.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CLASSES AND CODE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies the code together with the imports that it needs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its get_request() reads one datagram; there is nothing to accept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its process_request() forks a child process for every request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its process_request() starts a thread for every request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes the socket and binds it; its get_request() accepts a connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method resolution order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code of this server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loop serve_forever(), and the order in which the hooks are called.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The method resolution order: Python looks for a method in these classes, one after the other, from left to right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your class: the options that you changed stand here, and Python looks here first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CodeCopyButton</name>
    <message>
        <source>Copied ✓</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CodePane</name>
    <message>
        <source>Choose a server on the left: its program appears here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in the code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start, or start again, with this program (F5 or Ctrl+R)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The client&apos;s program, only to read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edited by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>generated from your choices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opened from a file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>A JSON document, checked while you type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes by their hex digits, such as 7b 22 ff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CRLF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter sends, Shift+Enter breaks the line, ↑ recalls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HELLO, Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hex</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line ending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to send: type something first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raw text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send ⏎</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent as a JSON string: quotes are put around it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent as it is, with the line ending you choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too long to type: {0} characters, {1} at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is put behind the text: nothing, \n or \r\n</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the text is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>valid JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} bytes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConnectionsCard</name>
    <message>
        <source>A connection has two ends, each a socket with a state of its own. Both are on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All datagrams come through the server&apos;s one socket: see above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes that have arrived at this end and that its program has not read yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes that this end&apos;s program has written and the other end has not confirmed yet; of a Unix socket, with what the system needs for them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CONNECTIONS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client&apos;s end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected, but accept() has not been called for it: it waits in the accept queue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Datagrams need no connection. A client that has chosen this server as its peer appears here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the queue: the system has connected this client, and the server has not called accept().</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is closed for good, or not on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is connected. Open a client on the right, and look here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server&apos;s end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server has no socket for this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The state of the client&apos;s socket.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The state of the server&apos;s socket.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is connected, by name or by address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no request yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>request {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unnamed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unsent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} not accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} not shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConsolePane</name>
    <message>
        <source>1 line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cleared. What is printed next appears here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the selected lines, or all of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in the output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the newest line in view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for words in the lines (Ctrl+F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for older lines…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newer lines follow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been printed yet.
What the server&apos;s code prints appears here, and the tracebacks of its exceptions.

Try this line in the handle() of a handler:
print(self.client_address)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished">暂停</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the lines away; they stay in the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server runs on; the view waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused, {0} new events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading older lines…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} events before them were forgotten: memory is limited.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} older lines are not shown.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Conversation</name>
    <message>
        <source>Connected. Type a message and press Enter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversation of client {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected: press Reconnect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconnect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole message · client {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have said that you send no more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You will send no more (half-close): the server reads the end of the stream.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting for a reply… {0} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} → {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} → {1} · connecting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} → {1} · half-closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} → {1} · not connected</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConversationChoice</name>
    <message>
        <source>Conversation shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No conversation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CourseWindow</name>
    <message>
        <source>&amp;Begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Socket Lab&apos;s own lessons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin &amp;again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files that are no lessons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files that are no lessons:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lessons in the folder {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No lessons here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not on this system, because: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predict, run, explain: choose a lesson. Your own servers and clients stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {0} minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not begun yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not on this system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} steps</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DatagramRuler</name>
    <message>
        <source>cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} B</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DescriptorsFold</name>
    <message>
        <source>A descriptor is a small number for something that a process has open: a file, a pipe, a socket. A forked child inherits its parent&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Descriptors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open descriptors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Process</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The process that has it open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What fileno() returns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which one it is, where the system tells.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} socket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} sockets</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Direction</name>
    <message>
        <source>bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} got</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} sent</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Editor</name>
    <message>
        <source>Comment or uncomment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab indents; Escape, then Tab, leaves the editor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: cannot be seen, so it is shown by a sign</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EditorMargin</name>
    <message>
        <source>Line numbers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EventDetails</name>
    <message>
        <source>EVENT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the event&apos;s details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen event in full</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EventRows</name>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Req.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time, ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EventTable</name>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>handler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>thread 12345</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>All requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation type="unfinished">字节</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find text or data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide polling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide what a waiting server calls again and again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hooks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kinds of events shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Life</source>
        <translation type="unfinished">生命周期</translation>
    </message>
    <message>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text that events must hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threads</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Close (Escape)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter goes to the next hit, Shift+Enter to the one before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hit before (Shift+F3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next hit (F3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, came around</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FramingChoice</name>
    <message>
        <source>A datagram is a message: it needs no framing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length before each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None: as received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where messages end</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GalleryWindow</name>
    <message>
        <source>&amp;Take this one</source>
        <translation>使用这个(&amp;T)</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Take this one</source>
        <translation>使用这个</translation>
    </message>
    <message>
        <source>The program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>What to watch for</source>
        <translation>注意观察</translation>
    </message>
</context>
<context>
    <name>GlossaryWindow</name>
    <message>
        <source>Back (Alt+Left)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward (Alt+Right)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found. Try a shorter word, or part of one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the glossary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The entry</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HandlerForm</name>
    <message>
        <source>Default: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {0:g} to {1:g}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own code, from {0}. Read and edit it under Code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0:g} to {1:g} characters.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HookMenu</name>
    <message>
        <source>Methods of the handler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Methods of the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Methods to override</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>A datagram of {0} that was lost: the server has read a later one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a bar to see what it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+wheel or + and - zoom, arrow keys or dragging move, 0 shows all, Shift+drag measures, a double click fills the view with a bar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended after {0}. Click a bar, or play it again below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc lets go of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not received: {0} had connected, or sent a datagram, and the server ended before get_request() took it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The thread waits for you: press Next, and it calls {0}().</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {0} asks the kernel for a connection to the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {0} has its connection, from {1}, until one side closes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {0} met an error; its pane says why and what to try.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>got {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>got {0}: what one recv found, which need not be what one send was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>request {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent {0}: handed to the kernel, which carries them to the other side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} An error left it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} waits in the kernel: it has connected, or sent a datagram, and get_request() has not taken it yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KernelPane</name>
    <message>
        <source>Asking the operating system…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to ask about yet.
Start a server: its sockets and queues, its threads and processes appear here, as the operating system sees them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system cannot be asked about the past: this is now, not the moment chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the operating system says</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LaneCanvas</name>
    <message>
        <source>Lanes: who does what when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in this time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LaneDetails</name>
    <message>
        <source>Connections or datagrams that get_request() has not taken: none yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calls {0}()</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not taken yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>port {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>request {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the loop&apos;s thread</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LanesPane</name>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide polling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep what happens now in view (F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has happened yet. Connect a client and send the server a message.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show a longer time (-, or Ctrl+wheel)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show a shorter time (+, or Ctrl+wheel)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all of the run (0)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show polling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a server, and its threads, its clients and the kernel&apos;s queue appear here as lanes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server runs on; the view waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What an idle server calls again and again, such as service_actions()</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} events to read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LeftBehindCard</name>
    <message>
        <source>LEFT BEHIND</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing. Who closes a TCP connection first leaves a TIME_WAIT here for a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing: only TCP has TIME_WAIT.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing: only TCP has TIME_WAIT. A Unix server may leave its socket file: see above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TIME_WAIT: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The client closed first: only its own port is kept, and a new server can start at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server closed first, so its port is kept: without allow_reuse_address a new server gets “Address already in use” until the time has run out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This system does not tell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>client&apos;s end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>server&apos;s end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} not shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LessonPane</name>
    <message>
        <source>All lessons…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring it back for me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an answer first: a guess will do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do it for me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do the steps again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold the lesson away, or unfold it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to the first of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with the next lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the lesson; your place is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the program do the steps before this one again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the program do this step, in this window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next ▸</source>
        <translation type="unfinished">下一步 ▸</translation>
    </message>
    <message>
        <source>Predict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put a ring around what the step speaks of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put this server into the builder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set it up for me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show me where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show one more hint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lesson&apos;s text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The servers and clients of the steps before are not there any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the step before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have reached the end of this lesson. To try alone:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>◂ Back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LessonSession</name>
    <message>
        <source>Not all of it came about. {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LessonShelf</name>
    <message>
        <source>Open a folder of lessons</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LifeCanvas</name>
    <message>
        <source>meanwhile: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}() comes from {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}() comes from {1}, in place of {2}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LifePane</name>
    <message>
        <source>A REQUEST&apos;S LIFE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A request&apos;s life</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a server on the left: its life, and that of each request, is lit here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>THE SERVER&apos;S LIFE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s life</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WHO SUPPLIES EACH HOOK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which class supplies each hook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which class supplies each hook; ◆: it overrides another class&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which request&apos;s life is lit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>newest request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no request yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>request </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>request {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LifeWords</name>
    <message>
        <source>Stop pressed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>activating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being handed on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>binding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connections shut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>died</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in finish()</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in handle()</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in its own process</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in its own thread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in setup()</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>killed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>listening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loop ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loop returned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>making a handler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new process</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new thread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not seen yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saying goodbye</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>server closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shutdown called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sockets shut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the call returns</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ListeningCard</name>
    <message>
        <source>1 client is connected and waits for accept(): it can send, but nobody reads yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A datagram of {0} is the next to be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All {0} places are taken. The next client gets no answer and asks again, until one is free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DATAGRAM SOCKET</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LISTENING SOCKET</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody waits: who connects is accepted at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing waits: every datagram that came has been read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receive queue: {0} of about {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Socket file {0}: it is there, and somebody listens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Socket file {0}: left over; nobody listens at it. It must be removed before a server can bind there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Socket file {0}: something else stands there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Socket file {0}: there is none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Socket file {0}: we may not look.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The only socket of the server: all messages of all clients come through it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The process runs, but nobody can connect: it is starting, or stopping.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s process is gone. Below is what it has left behind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The socket that bind() and listen() made. It carries no messages: accept() gives a new socket for each client.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This system does not tell what waits to be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This system does not tell who waits in the accept queue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accept queue: {0} of {1} · backlog {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dropped: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inode {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no socket is bound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody listens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} clients are connected and wait for accept(): they can send, but nobody reads yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} datagrams were dropped: they came while the receive queue was full. Nobody is told; UDP promises nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of about {1} of memory hold datagrams that nobody has read yet; the system counts its own needs too.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LogPane</name>
    <message>
        <source>Clear filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied {0} of {1} rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the newest event in view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking through {0} events…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved: {0}. Take another folder, or make room, and save again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has happened yet.
Send the server a message, and look here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has happened yet.
Start a server, then a client: calls, bytes and threads appear here, in order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of {0} events none passes the filters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save all events of this run: JSON lines, or a table for a spreadsheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving: {0} events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only this request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table for a spreadsheet (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server runs on; the view waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused, {0} new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} not shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of the oldest events were forgotten, because memory is limited.
{1} events were more than the server&apos;s process could hand on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} events</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>About Socket Lab</source>
        <translation>关于套接字实验室</translation>
    </message>
    <message>
        <source>BUILD A SERVER</source>
        <translation>搭建服务器</translation>
    </message>
    <message>
        <source>Build a real server out of Python&apos;s socketserver, run it, talk to it, and see what happens. Nothing is simulated: what is on the screen happened on a socket.

Choose a server on the left and start it (F5). Open a client (Ctrl+T), type a message, press Enter. The log in the middle tells what the server did, call by call. Every command is in the menus, with its key.</source>
        <translation>用 Python 的 socketserver 搭建一个真正的服务器，运行它，和它通信，看看发生了什么。这里没有任何模拟：屏幕上显示的一切都真实地发生在套接字上。

在左侧选择一种服务器并启动它（F5）。打开一个客户端（Ctrl+T），输入消息，按回车键。中间的日志会逐个调用地告诉你服务器做了什么。所有命令都在菜单里，并标有快捷键。</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>控制台</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>内核</translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation>泳道</translation>
    </message>
    <message>
        <source>Life</source>
        <translation>生命周期</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Socket Lab</source>
        <translation>套接字实验室</translation>
    </message>
</context>
<context>
    <name>NewClientDialog</name>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Framing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length before each message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None: chunks as they come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TCP</source>
        <translation type="unfinished">TCP</translation>
    </message>
    <message>
        <source>Talk to any server, in this program or elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transport</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the path of the server&apos;s socket file first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the server&apos;s host first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UDP</source>
        <translation type="unfinished">UDP</translation>
    </message>
    <message>
        <source>Unix datagram</source>
        <translation type="unfinished">Unix 数据报</translation>
    </message>
    <message>
        <source>Unix stream</source>
        <translation type="unfinished">Unix 流</translation>
    </message>
</context>
<context>
    <name>OlderBar</name>
    <message>
        <source>Back to the newest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read them again from the run&apos;s events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show older</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the last lines again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OptionsForm</name>
    <message>
        <source> and </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {0:g} to {1:g}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only for {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serves one request a call, again and again; only here does timeout count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serves until shutdown() is called.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The call that runs the server. Default: serve_forever().</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library&apos;s other knobs, each with its default.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Outgoing</name>
    <message>
        <source>&quot;{0}&quot; is no hex digit: 0 to 9 and A to F are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One hex digit is missing: a byte has two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too long: a message may have at most 4 MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a JSON document first, for example {&quot;Say&quot;: &quot;HELLO&quot;}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutputView</name>
    <message>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output of the server&apos;s code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Req.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time, ms</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OverrideButton</name>
    <message>
        <source>Override a method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put a method of the library&apos;s in, to change it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaceBar</name>
    <message>
        <source>How long slow motion waits before each hook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the one that has waited longest go on to its next hook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next ▸</source>
        <translation>下一步 ▸</translation>
    </message>
    <message>
        <source>No hook is due: open or close a client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow motion</source>
        <translation>慢动作</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>单步</translation>
    </message>
    <message>
        <source>Stop before each hook, until you press Next</source>
        <translation>在每个钩子方法之前停下，直到按“下一步”</translation>
    </message>
    <message>
        <source>The next server will wait before each hook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait a moment before each hook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} 秒</translation>
    </message>
</context>
<context>
    <name>PageButtons</name>
    <message>
        <source>A client for this server, to read and to take home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s program: change it, and run it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Papers</name>
    <message>
        <source>&amp;Replace</source>
        <translation>替换(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Replace it</source>
        <translation>替换它(&amp;R)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>It is lost if another program takes its place. To keep it, cancel, and take it home first.</source>
        <translation>如果换成另一个程序，这些修改就会丢失。要保留它们，请先取消，并导出带走。</translation>
    </message>
    <message>
        <source>Nothing is exported before the line that is marked is mended.</source>
        <translation>先改好标出的那一行，才能导出。</translation>
    </message>
    <message>
        <source>Open a server of your own</source>
        <translation>打开自己的服务器</translation>
    </message>
    <message>
        <source>Python programs (*.py)</source>
        <translation>Python 程序 (*.py)</translation>
    </message>
    <message>
        <source>Shall they be replaced? What is in them now would be lost.</source>
        <translation>要替换它们吗？其中现有的内容将会丢失。</translation>
    </message>
    <message>
        <source>Take it home: choose a folder</source>
        <translation>导出带走：选择文件夹</translation>
    </message>
    <message>
        <source>What you changed in the program stands in no file yet.</source>
        <translation>你对程序的修改还没有保存到任何文件中。</translation>
    </message>
    <message>
        <source>Written to {0}: {1}</source>
        <translation>已写入 {0}：{1}</translation>
    </message>
    <message>
        <source>{0} has {1} already.</source>
        <translation>{0} 中已有 {1}。</translation>
    </message>
</context>
<context>
    <name>Piece</name>
    <message>
        <source>Click a piece to see which call it was; the arrow keys go from piece to piece.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bytes of the chosen piece</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… and more, {0} bytes in all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProblemLine</name>
    <message>
        <source>Go to line {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to that line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProcessesCard</name>
    <message>
        <source>A process, or a thread in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A thread of the server&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long it has computed in all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of one CPU it took since the last look.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It runs the handler of one request, and then the child ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It waits for what the window says, so that Stop works whatever the server does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory that it has in use; parts may be shared with other processes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the server&apos;s: it belongs to the lab, which tells the window what happens, or a handler has made it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PROCESSES AND THREADS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processes and threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The process is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server has a process of its own. A threading server adds a thread for each request, a forking server a child process.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s number: pid of a process, native_id of a thread.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is doing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>child</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>main thread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other thread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}  waits {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} child</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} children</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} not shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} thread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} threads, {1} descriptors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} zombie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} zombies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReplayBar</name>
    <message>
        <source>End</source>
        <translation>结尾</translation>
    </message>
    <message>
        <source>How fast the run is played</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Play the run again</source>
        <translation>重新播放这次运行</translation>
    </message>
    <message>
        <source>Show what is happening now</source>
        <translation>显示正在发生的事</translation>
    </message>
    <message>
        <source>The moment that is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run has ended: go to its end. It can still be played again and looked through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the event before (Left)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the next event (Right)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended · {0} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>live · {0} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ServerCard</name>
    <message>
        <source>+ Client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied ✓</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a new client to this server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the same server again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop this server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this server out of the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pid {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} child</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} children</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} events not shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} thread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>■ Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▶ Start again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ServersPane</name>
    <message>
        <source>No server yet. Choose one above and press Start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SERVERS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Servers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StreamRuler</name>
    <message>
        <source>borders unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>message {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unfinished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zoom in to read the bytes, or click a piece</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} not received</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SupplyList</name>
    <message>
        <source>instead of {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextBlock</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextWindow</name>
    <message>
        <source>Copy all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first {0} of {1} characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} characters</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Ticks</name>
    <message>
        <source>Looking for:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ToolRow</name>
    <message>
        <source>Copy the whole program in front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to the program that the choices mean (Ctrl+Z undoes it)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a server of your own</source>
        <translation type="unfinished">打开自己的服务器</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write server.py and client.py, which need only Python</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Transcript</name>
    <message>
        <source>{0} earlier messages not shown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrustQuestion</name>
    <message>
        <source>&amp;Not now</source>
        <translation>暂不运行(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Run it</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不运行</translation>
    </message>
    <message>
        <source>Run a program that someone else made?</source>
        <translation>要运行别人写的程序吗？</translation>
    </message>
    <message>
        <source>Run it</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Socket Lab does not know who wrote {0}.</source>
        <translation>套接字实验室不知道 {0} 是谁写的。</translation>
    </message>
    <message>
        <source>The program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>The whole program: {0} lines</source>
        <translation>完整的程序：{0} 行</translation>
    </message>
    <message>
        <source>When it runs, it can do whatever you can do on this computer: read your files, change or delete them, start programs, use the network. A process of its own does not hold it back.
Read it first, and run it only if you see what it does or trust whoever gave it to you. The answer counts for exactly this text: if a letter of it changes, you are asked again.</source>
        <translation>程序一旦运行，就能做你在这台计算机上能做的任何事：读取、修改或删除你的文件，启动别的程序，使用网络。让它在单独的进程中运行并不能限制它。
请先读一遍，只有看懂了它做什么，或者信任给你程序的人，才运行它。你的回答只对这份内容有效：哪怕改动一个字母，也会再次询问。</translation>
    </message>
</context>
<context>
    <name>WhatsThis</name>
    <message>
        <source>To the glossary (F1)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Card</name>
    <message>
        <source>? Not decided yet: what happened so far fits none of the answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>? Not decided: do the steps again to see it happen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>? Not decided: what happened fits more than one answer. Try the steps once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You made no prediction here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You predicted: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>≠ It went another way than you predicted: this is where one learns most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ It went as you predicted.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>Has happened: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Has not happened yet: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bytes_view</name>
    <message>
        <source>1 character cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 datagram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 recv</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A Unix stream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A datagram longer than the receiver asks for is cut: of {0} only the first {1} came, the rest is gone (max_packet_size).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A stream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client {0}: {1}() returned {2}, at {3} ms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client {0}: {1}() sent {2}, at {3} ms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its first {0} are kept; the rest is hatched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One send, one datagram, one receive: a datagram keeps its borders, or is lost as a whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server, request {4}: {0}() returned {1} at {2} ms; it took {3} ms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server, request {4}: {0}() sent {1}; it was called at {2} ms and took {3} ms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So are {0} more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TCP</source>
        <translation type="unfinished">TCP</translation>
    </message>
    <message>
        <source>The oldest events are forgotten: offsets may not count from the beginning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a stranger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a stranger: its calls are not seen, only the server&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no bytes yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no datagrams yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not accepted yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not accepted yet: the connection waits in the kernel&apos;s queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>request {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} at byte {1} is cut in half: a recv ended between its {2} bytes. Decode only whole messages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} characters cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} datagrams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} events did not reach the window: calls may be missing here, and offsets may be too low.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} not received yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} datagrams did not arrive: nobody sends a lost datagram again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} recvs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} sends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: here each recv got what one send had sent. {1} does not promise that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1} keeps the order of bytes, not the borders of messages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1} not received, or not yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>    … and more, which is not told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{handler}&quot; has no such option; it has: {allowed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{handler}&quot; has nothing for datagrams; these have: {handlers}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{handler}&quot; has nothing for streams; these have: {handlers}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{host}&quot; has no {version} address, and this server speaks {version}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{host}&quot; stands for all addresses of this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 byte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 event was too many to hand on; tracebacks may be among them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A TCP server in ten lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A UDP datagram goes as a whole or not at all, and holds at most {limit} bytes (some systems allow less).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A UDP server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A Unix datagram is never lost on the way: where UDP would drop it, the sender has to wait.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A Unix server makes a file for its socket, so it needs permission to write to the directory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A Unix server makes a small file for its socket.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A Unix server makes its socket file itself, and never replaces what is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A Unix server makes its socket file, but not the directory that it is in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A block stands further right than the line that begins it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A client can only connect to the file that a Unix server has made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A client has asked, the system has answered; the third packet of the greeting is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A client that is refused can connect all the same, for the system accepts it before verify_request() is asked, and then finds the connection closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A client whose address lies in one of the ranges is answered; take 127.0.0.0/8 out of the list and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A closed socket can neither send nor receive any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A colon is expected here, between a key and its value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A comma is expected here, or a closing bracket.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A condition has either measure or of.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A counter that forgets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A datagram goes as a whole or not at all, and must fit in the sending socket&apos;s buffer (SO_SNDBUF).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A datagram socket has no connections: it takes what arrives, from anyone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A datagram socket stays tied to the one that it connected to, even if a new server makes the same file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A datagram socket that has chosen one peer. Nothing was sent to agree on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A debugger has stopped it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file is a lesson, with steps, or an experiment, with actions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A firewall or a security rule forbids it; an address for everybody (broadcast) needs a permission too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder stands there with the name of one of the files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A handler that does not wait for ever</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A host alone is not enough: the port says which program on it is meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key in double quotes is expected here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A lesson ends with something to try alone: alone is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line that begins a block ends with a colon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A measure has either of or difference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number is too large: Python&apos;s float ends at about 1.8e308.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number is too long: at most {limit} characters are allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A program may have {limit} KiB here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A question has 2 to 12 choices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A running program is using the socket {place}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A security rule forbids it, or the port is set aside for another program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A server can only listen at addresses that belong to the machine it runs on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A server cannot make its socket file where there already is a file; this one has just gone away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A server has a fileno(), so select() can watch two of them and tell which one has a client at the door; the loop is in the last lines, and there is no serve_forever().</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A server has an example or code of its own, not both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A signal has stopped it; another lets it go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A socket speaks either IPv4 (127.0.0.1) or IPv6 (::1), and the address is of the other kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A socket speaks either IPv4 (127.0.0.1) or IPv6 (::1); address_family decides which.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A string must not contain a line break or a tab: write \n or \t.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A text begins here, and its closing quote is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A text begins here, and its three closing quotes are missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A thread for each client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tick needs looking_for: a few words about it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value is expected here: a string in double quotes, a number, a list, an object, true, false or null.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the card&apos;s name: {host}%eth0, for instance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Addresses that begin with fe80 exist on every network card, so the card belongs to the address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After \u come four hexadecimal digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of its free ports are in use, or it does not speak the address&apos;s family, or the port is 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All the ports that it hands out are in use, or remembered in TIME_WAIT.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An action does exactly one of these: {verbs}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An earlier server closed a connection first; the system keeps its port for about a minute, so that late packets cannot reach the wrong program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program has UDP port {port}; the two may have to share it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another user&apos;s program may have it, or it is still in TIME_WAIT after an earlier server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers with a number that all threads share, and no two processes do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask its owner, or start a server of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked to connect, and not answered yet. Where the accept queue is full, it asks again and again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bind even if old connections on the port are still in TIME_WAIT (SO_REUSEADDR).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bind the server&apos;s socket to its address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both ends closed at the same moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both ends have closed; the last confirmation is on its way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Byte {number} is 0x{value}, which is not UTF-8 text here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Called when a handler raised an exception, to say so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Called when handle_request() has waited in vain until the timeout.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change address_family, or take a host of the same kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change one choice at a time to find the one that it depends on; the default ones work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check host and port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address, see in the log what the server did, and connect again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address; a server on this machine is at 127.0.0.1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the network; a server on this machine is at 127.0.0.1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the path against the list of servers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the port; the list of servers shows the one of each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the spelling, or take 127.0.0.1 (only this machine) or 0.0.0.0 (all of its addresses).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the spelling, or write the address in numbers: 127.0.0.1 is this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks are for experiments; a lesson&apos;s do steps have ticks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file whose name ends in .py.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder of yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a shorter one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder, or let the files be replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder, your own one for instance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clean up; called after handle(), also if that raised an exception.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close some clients, or check the address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close some clients.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close some programs or clients, or wait a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close some programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the connection of a request, in this process.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the server&apos;s socket, and wait for what is still at work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed. The system keeps the pair of addresses for a minute, so that late packets do not reach a new connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collect the child processes that have ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect again for the next word, and see in the log that each connection gets a handler of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect this client first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect three clients and let each say something: the third is accepted, but gets no answer until one of the others leaves and its worker is free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect two clients and let them talk in turn: each reply begins with the name of the thread that made it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected: bytes can cross both ways.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting failed, or was not tried yet, or the connection has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting needs permission to write to the socket file, and to enter the directories above it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting to {place} failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy it to a folder of yours, or ask its owner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crashing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete what you need no more, or choose another disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete what you need no more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do all the work for one request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not wait for the handlers&apos; threads when the server closes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do what has to be done now and then; called at each turn of the loop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each JSON document follows its length, a number of four bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each bracket that is opened has to be closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each client is told that it is visitor number 1: a forked copy of the process serves it, counts for itself, and takes its count along when it ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each thread looks into the box, and a moment later writes down what it saw plus one; what the other thread wrote in that moment is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Echo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Either its queue is full (on Linux a client that does not fit in the backlog is not refused: it waits), or the machine is off, or a firewall swallows the packets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End that client or program, or switch on allow_reuse_address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find them by trying: two clients at once, a list instead of a text, two texts sent quickly, a text of more than 1024 letters, a client that just leaves, and a restart right after the server closed a connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get things ready; called before handle().</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on only in a network that you trust; 127.0.0.1 is for this machine alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on to see it happen, or take another port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handle requests until shutdown() is called.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handle the request; this is what its new thread runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Have the request handled; mix-ins do that in a thread or a process.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long handle_request() waits before it calls handle_timeout(); serve_forever() ignores it. None: for ever, but 300 s when forking.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long it sleeps before each reply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many connections may wait to be accepted: the backlog of listen().</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often serve_forever() looks up to see whether shutdown() was called.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it allowed reuse too, both are bound without an error, and the system decides who gets a datagram: with allow_reuse_address on Linux, the one that came last gets all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is the name spelled right? Only the program itself is taken here, not other files from its folder: copy into it what it needs of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It begins with a byte order mark: leave it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It belongs to another user, or its directory is closed to you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It brings a program of its own, which would run here with all your rights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It closed its socket before it had read everything, or its program ended or was killed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It computes, or waits only for a free CPU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has ended. Only its exit code is kept, until its parent asks for it with wait().</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has nothing to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has {found}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It inherits from the library only through another class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is a folder or a device, and a program is in a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is being taken away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not clear which loop runs the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not for this system. {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is off, it does not exist, or a firewall turns the packets away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is offline, or it has no IPv6 and the address is an IPv6 one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is switched off, or the system was built without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is written as an article of 2019 explains it and answers the first short text of the first client well, but six of its comments promise what is not so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may have been moved or deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may have been moved, renamed or deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may have been moved: choose it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stands between two depths; it must be as deep as a line above it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stands further right than the line before it, which begins no block.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes twice as long, too, because a thread that wants to look into the box waits until the other has written down its sum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It waits for a device, and cannot be disturbed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It waits for something: bytes, a client, a lock, time to pass.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It would be larger than 1 MiB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its first lines name an encoding that cannot write all of its characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its lines ran as they would from a terminal, and none of them made a server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its server is gone, but a connection that it accepted is not closed yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its server is gone; closing a Unix socket does not remove its file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON by length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON by lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON has no way to write this value: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep a client of the first port connected and let another one talk to the second: one thread serves both ports, so it has to wait.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let a second client connect meanwhile and say something: this server has time for one only, so it is answered when the first is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let others connect, and start</source>
        <translation>允许其他机器连接，并启动</translation>
    </message>
    <message>
        <source>Let several servers bind the same port; the system shares clients out among them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the server accept somebody, or raise request_queue_size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the server accept somebody, raise request_queue_size, or check the host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the socket listen, so that clients can connect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let two clients send at the same time, as before: the later reply counts 200 coins, and not one is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line} has {length} characters: a line may have up to {most}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line}, column {column}: {sentence}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line}: {sentence}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the log, then start it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the server&apos;s side in the log, then connect again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look in the log for whether a handler began; with UDP the datagram or the reply may also be lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looked for: {what}. Found nothing of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looked for: {what}. Found: {found}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowercase JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowercase JSON that raises an exception when a message contains a certain word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowercase JSON that sleeps before it answers: who has to wait meanwhile?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it a ThreadingTCPServer and count again: threads share what a process knows, processes do not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make one: with socketserver.TCPServer(address, handler) as server: server.serve_forever().</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room, or choose a folder on another disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room, or take a path on another disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the client of the same kind as the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the directory first, or take a path in one that exists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the handler, which handles the request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend it first; the line is marked. Copying the text works all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend the line, or look at the one above it: the mistake may begin there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Naive JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No choice turned out right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No client {name} was connected before this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No explain step follows, so nobody learns what was right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No name server answered: this machine may be offline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No reply came from {place} in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No server can be there; check the path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No server was started there, or it removed its file when it stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No socket could be opened for {place}: as many are open as may be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No way leads to {host}: the machine does not answer (host unreachable).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No way leads to {host}: this machine has no route to that network (network unreachable).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody connects here: each datagram makes a handler of its own, and even an empty one does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is listening at {place}: an earlier datagram came back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is listening at {place}: the connection was refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody listens there, but closing a Unix socket does not remove its file, and allow_reuse_address does not help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected to anything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not every system offers allow_reuse_port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be written to {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing more can be sent to {place}: the connection is closed (broken pipe).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing more can happen: no server runs, and no client is connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was written to {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing would ever tick this step: ticks is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this system ports below {first} are for the administrator: well-known services live there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One JSON document a line, read with readline(), which waits until the newline comes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of &quot; \ / b f n r t u must follow a backslash; write a backslash as \\.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of them is for streams and the other for datagrams; the two do not mix.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One thread for two servers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a class that inherits from socketserver.{base}, or from one of its kind, has what is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only some addresses may come in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a .py file, and save it as UTF-8 in your editor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a new client.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the file that defines the handler.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other machines will be able to connect to this server: {reach}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other programs use it, or a handler has filled it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of it is missing: an address that begins with fe80 needs its network card, as in fe80::1%eth0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passes each message on to all clients. It takes threads: a forked child is alone in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ports are whole numbers from 1 to 65535.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put serve_forever() in its place: it never looks at the timeout, and does not end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Python cannot make the class {name}: its bases contradict each other. Name each base once, a mix-in before the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Python cannot read this program: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Python cannot read this: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Python cannot read this: {reason}. {hint}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Python has no Unix sockets on this system: take TCP or UDP, or try it on Linux or macOS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Python raised {kind}: {said}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Python said {said}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Python says: {said}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read it first; to run it all the same, say --allow-code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the last line of the traceback first, then the line of the program that it names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receiving from {place} failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove servers that do not belong to it from the list, or do it again with less, and save then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the file and start</source>
        <translation>删除该文件并启动</translation>
    </message>
    <message>
        <source>Remove the file, then start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return True to go on with the request, False to turn it away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return the next request and its client&apos;s address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return the number by which the system knows the server&apos;s socket.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run as a file, the program is its own client: the loop runs in a thread as well, and the main thread stays free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say goodbye to the client, and close its connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See in the log what its handler is doing, or disconnect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what the handler is busy with; does it wait for something that this client should send first?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send 9000 bytes at once and count what comes back: the server reads max_packet_size bytes, 8192, and the rest is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send a word: it comes back in capitals, and then the connection ends, because handle() reads once and returns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send at most {limit} bytes at a time, or take TCP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send half a line, without a newline at its end, and see nothing happen; then send the rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send less at a time, or close some clients.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send less at a time, or take a Unix stream.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send more slowly, or see what the handler is busy with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send small pieces at once (TCP_NODELAY); only a StreamRequestHandler looks at it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending to {place} failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sends back every byte as it came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sends each JSON document back with its strings in lower case; none needs a separator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sends each line, or datagram, back in upper case; reads and writes it like a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several choices turned out right: {choices}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several statements stand on one line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sockets keep their data in the kernel&apos;s memory, and that is limited.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some lines are indented with tabs, others with spaces; take spaces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something is already at {place}, and we may not look at it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something stopped it while it was starting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something was at {place} a moment ago.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start again with it</source>
        <translation>用它重新启动</translation>
    </message>
    <message>
        <source>Start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the server again (the old file has to be removed first).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the server, or check host and port against the list of servers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the server, or check the path against the list of servers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop some servers or close some clients.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop some servers or close some programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop that program, or take another path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop that program, take another port, or take port 0: then the system picks a free one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop was pressed; the server has {seconds} s to end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>StreamRequestHandler puts its timeout on the connection before handle() begins, so a client that says nothing for five seconds is sent away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such a word belongs into a function or a method.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch allow_reuse_port off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch on allow_reuse_address, wait a minute, or let the client say goodbye first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take 127.0.0.1 (only this machine), or 0.0.0.0 (all addresses of this machine).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take 127.0.0.1 and AF_INET.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take ::1 and AF_INET6.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a path in a directory of your own, or in /tmp.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a port from {first} up, 8000 for instance, or 0: any free one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a shorter path, in /tmp for instance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take another address, 127.0.0.1 for instance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take another path, or remove it yourself.</source>
        <translation>换一个路径，或者自己删除它。</translation>
    </message>
    <message>
        <source>Take another path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take another port (0: any free one), wait a minute, or switch on allow_reuse_address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take another port, or ask whoever looks after this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take that line out, or put it below the lines that run the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the line with “coding” out: without it, a program is UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes one recv(1024) for one message. It breaks where the network cuts elsewhere: try it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell the loop to end, and wait until it did.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The JSON document is nested too deep: at most {limit} levels are allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The JSON document is too long: at most {limit} bytes are allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address is not the first of the arguments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address {place} has no port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The article&apos;s server, with its mistakes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The box of coins with a lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The buffers on both sides are full, because the server is not reading.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The choice needs when: what must have happened for it to be right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The class has no bases.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The class stands on one line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code must be an OwnCode, or None for a built-in handler.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The datagram has no address to go to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The datagram is too long: nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The datagram of {size} bytes is too long: nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk can only be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full, or you may not use more of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The document has ended, but more follows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The document is nested too deep: at most {limit} levels are allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dropdowns show what can be chosen here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The experiment was not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file connects {count} clients; at most {limit}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be removed.</source>
        <translation>无法删除该文件。</translation>
    </message>
    <message>
        <source>The file has format {version}; this program reads formats 1 to {newest}. A newer one may read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has neither steps nor actions: nothing would happen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has several servers, or none: say which one is meant, as NAME=FILE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is larger than 1 MiB: that is no scenario.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is nested too deeply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is not a text in UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file must say which format it has: format = {newest}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file starts {count} servers; at most {limit}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file&apos;s name must have 1 to {limit} printable characters, and no folder in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The handler is still busy, is waiting for more, is serving somebody else, or does not answer at all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The handler&apos;s options must be given as a dict, by name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host must be a name or an address of at most 255 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The length says {size} bytes: at most {limit} are allowed. Text sent without a length in front looks like this, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line is too long: at most {limit} bytes are allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line that makes the server was not found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The longest datagram that is read whole; the rest of a longer one is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The machine was reached, but no server has that port at this one of its addresses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message was not sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The most memory that each process of a server with your own code may take; 0: no limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The most processes that a server with your own code may have at a time; 0: no limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name is too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other end has closed. This one reads b&quot;&quot; and should call close(): only then does it end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other side broke the connection to {place} off (reset).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The path is too long for a Unix socket: {size} bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The path of a Unix socket may have {limit} bytes; this one has {size}. Take a shorter one, in /tmp for instance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The path of a Unix socket must be a text in UTF-8 without NUL characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The path of the socket is too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The path of the socket is too long: {size} bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The port is {value}; it must be a whole number from 0 to 65535 (0: any free one).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program has a mistake in line {line}. {sentence}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program has half a character in it, which no file can hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program has {size} bytes; at most {limit} ({kib} KiB) fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program is nested too deeply for Python to read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program makes no server, so there is no class to put the method into.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program makes no server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program must be a text that UTF-8 can write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program was not written to {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The programs could not be written to {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The programs do not fit into {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The queue of {place} is full: as many clients as it allows are waiting already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The queue of {place} is full: the server reads its datagrams more slowly than they come.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run took too long and was given up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same with StreamRequestHandler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server behind {place} has closed its socket.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server could not make {place}: the disk is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server could not open a socket at {place}: the system has no memory left for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server could not open a socket: the whole machine has as many files open as it can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server could not open a socket: this program has as many files open as it may.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server could not start at {place}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server could not start at {place}: there is not enough memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not read, and too much waits to be sent to it already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server has closed its end already: its handler returned or raised, or verify_request() said no.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server has not accepted them yet. TCP would wait now; a Unix socket with a time limit gives up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server needs it; it may have another name, or be made inside a function.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server process ended before it was listening.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server process is gone: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server process was killed: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server waits for clients here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The socket file {place} is left over from a server that is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The socket file {place} is there, but nobody is listening behind it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The socket {place} is of another kind than this client.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step is ticked before anything is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stream ended before as many bytes came as the length says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stream ended before the newline came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stream ended in the middle of a JSON document.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The string that begins here has no closing quote.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system does not give you the right to read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system does not give you the right to write there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system does not know one of the socket options that were chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system does not let this program listen at {place}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system does not let this program talk to {place}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system does not take {place} for an address that it can send to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system found no free port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system has no memory left for what goes to {place}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system keeps it in a small field: {limit} bytes at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system keeps the path of a Unix socket in a small field: {limit} bytes at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system limits how many each program may have; sockets that nobody closes use it up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system limits how many files and sockets there may be, for each program and in all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system limits how many there may be; some program uses very many.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system says: {said}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text has characters that only private fonts have: they cannot be shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The word at which it raises, in upper or lower case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The wrong actions ticked the step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {field} must be the name of a class in the program, or left empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are NUL characters in it, as in no text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are too many {name}: at most {limit}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There can be no such server: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a comma too many before the closing bracket.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a folder of that name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is already something else at {place}, and it is not a socket.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is already: {listed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no address for the name &quot;{host}&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no class named {wanted} in {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no class to change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no class {name} in the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no comparison {name}; there are {all}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no directory {directory}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no event {name}; there are: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no field {name} here; there are: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file {name} in that place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no folder {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no handler class in the program to put the method into.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no handler class in {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no handler class: write a class that inherits from {needed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no lesson (*.toml) in {places}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no measure {name} in this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no server {name} in this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no socket file {place}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no step {name} in this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such handler; it must be one of {handlers}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no transport {name}; there are: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing here, not even null.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This client has closed its own socket.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This client is not connected to {place}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This end has closed and the other knows; the other end is still open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This end has closed; the other has not confirmed it yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This handler reads and writes as if the client were a file, and readline() waits until a whole line has come.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is an experiment, not a lesson: it has no steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not JSON: a document begins with { or [ or &quot;, is a number, or is true, false or null.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not JSON: a string is not closed before the end of its line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not TOML: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine cannot run such a server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine has no address from which {place} could be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine&apos;s own list and the name servers were asked, and none of them knows the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This system does not tell how long the queues are, what was dropped, or what is in TIME_WAIT: Linux shows them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This system does not tell the queues of Unix sockets, nor who is connected to whom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This system does not tell the state.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This system has no fork(): take threading, or try it on Linux or macOS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Together these would act more than {limit} times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>True or False</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try to open it in an editor; if that works, try here again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two servers cannot have the same path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two servers cannot have the same port at the same address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two steps are called {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two threads and one box of coins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two workers for everybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UDP sends without asking whether anybody is there. The other machine answered that no program has that port, and a connected socket reports it at its next call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upper case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for one request, at most until the timeout, and handle it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stands in line {line} is not {encoding}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whatever a client sends puts 100 coins into the box: let two clients send at the same time, and see whether the box ever holds 200.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it is not for all systems, why_here says why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever can reach this machine can then send anything to the handler.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Windows has no memory limit that a program can set for itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With this many children the server accepts nobody until one ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write host and port, 127.0.0.1:8000 for instance; the list of servers shows the port of each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it at the left margin: class {wanted}(socketserver.{base}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the address as the server shows it: 127.0.0.1 for AF_INET, ::1 for AF_INET6.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write: class {wanted}(socketserver.{base}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may not make a file in {directory}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may not open port {port}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may not use the socket {place}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may not write in that folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your share of the disk is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Z is a zombie: a child that has ended, and whose parent has not asked yet how. It holds no memory, only its entry. A forking server collects its children when a client comes, or once in a poll_interval.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a date or a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a method that the library does not have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a program that the system does not name (another user&apos;s, perhaps)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>allow_reuse_address came too late: the earlier server needed it too. Wait, or take another port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an alarm that it had set went off, and nothing took care of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being handed to a handler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>binds the socket to the server&apos;s address; may be overridden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>called after handle(), to clean up, unless setup() raised; may be overridden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>called at each turn of the loop; does nothing unless it is overridden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>called before handle(), to get things ready; may be overridden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>called when a handler raises; prints the traceback unless it is overridden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>called when no request came within the timeout; may be overridden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calls finish_request(); the mix-ins do it in a new thread or a new process</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>child</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>child process {child} is still at work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>child {child} {how}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>child {pid}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>client {client}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closes the request&apos;s socket, in this process</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closes the server&apos;s socket; mix-ins wait for their threads or children</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>collects child processes that have ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connect needs to, or a port, or a path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connect {name} to {to}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connected as {local}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connected to {peer} as {local}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connecting to {peer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connection with {peer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>crashed with signal {status}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>crashed: it called functions too deeply (stack overflow)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>crashed: it destroyed its own stack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>crashed: it read or wrote memory that is not its own (access violation)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>data as bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>data as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>detail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>died</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disk sleep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does all the work for a request; what you write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>end of stream: the server closed its side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended by Ctrl+C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended by itself: something called the server&apos;s shutdown(), so its loop came to an end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended by itself: the program&apos;s last line was done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended with code 1: an exception that nobody caught, os._exit(1) or sys.exit(1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended with code {code}: something called os._exit({code}) or sys.exit({code})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended with code {status}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed: in handle_error()</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for a child</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for a lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for a pipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forked child {child}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>goes on to {hook}()</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>got a message of {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>got a message of {size} ({problem})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>got a message of {size} ({problem}) · {data}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>got a message of {size} · {data}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>got {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>got {size} · {data}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>handle_request() in a loop of your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>handle_request() waits for one client, or calls handle_timeout() when nobody comes for two seconds; in between the loop is yours, and this one ends after three clients.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>handler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>handles requests until shutdown() is called, and looks up at each poll interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hex: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>idle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in accept()</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in epoll()</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in finish()</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in handle()</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in its own process</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in its own thread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in poll()</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in recv()</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in recvfrom()</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in select()</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in send()</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in setup()</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in sleep()</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in {function}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it asked the system for something that a security rule forbids</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it calculated something impossible, a division by zero in C code perhaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it came to a breakpoint that no debugger was waiting for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it came to something that this processor cannot do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it cut the line to this window: its code closed files that are not its own, with os.close() or os.closerange()</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it gave up itself, after an inner check failed (abort)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it had not stopped after {seconds} seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is longer than {limit} KiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it touched memory that is not its own: a mistake in C code, or functions called too deeply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it touched memory that is not there, in a file that became shorter perhaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it used more processor time than it was allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was not listening after {seconds} seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it wrote a file longer than it was allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it wrote to a pipe or socket that nobody reads any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it wrote what is no event: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>json: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kernel object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kernel&apos;s queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kill {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>killed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>killed by signal {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>killed by {name} (signal {number})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>killed by {name} (signal {number}): {meaning}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kind must be one of {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>life</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>listening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>listening on {address}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>local</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>macOS takes memory limits, but does not heed them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>main thread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>main {pid}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>makes the handler: its setup(), handle() and finish() are called one after another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>makes the socket listen, where it is a stream&apos;s; may be overridden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>making the handler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not seen yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number {number} of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>peer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>place is {name}; it must be one of {all}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>printed: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>process</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>process_request() only hands the client over and returns, so closing the connection with shutdown_request() is now the worker&apos;s task: see where that stands, and why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>returns the socket&apos;s file descriptor, for the selector that waits for requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>returns whether to go on with the request; may be overridden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saying goodbye</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>send needs exactly one of json, text and hex.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>send() needs a socket that was connected; sendto() names the address each time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent a message of {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent a message of {size} · {data}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent {size} · {data}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>server loop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>server process {pid} was made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>server_close() waits until every handler has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>server_pid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sleeping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>socket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>socketserver.BaseRequestHandler, StreamRequestHandler or DatagramRequestHandler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>somebody asked it politely to end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>somebody killed it outright, or the system did because memory ran out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>somebody pressed Ctrl+C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>somebody pressed Ctrl+\ in its terminal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standard error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standard input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standard output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starting: activating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starting: binding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>still busy: {where}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stop {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopping: a handler is still busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopping: a handler is still busy: {where}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopping: connections shut down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopping: live connections are shut down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopping: loop ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopping: server closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopping: shutdown called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopping: shutdown() was called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopping: the loop has ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopping: the server is closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sys.exit() ends a program, wherever it is called.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes the next request: accepts a connection, or reads a datagram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tells the loop of serve_forever() to stop, and waits until it did</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tells the peer that no more will be sent, then calls close_request()</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the child of {parent} began</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the datagram socket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the handler raised {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the handler raised {kind}: {message}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the listening socket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the loop waits for the next request; it looks up at each poll</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the program failed in line {line}: {said}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the program failed: {said}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server could not start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server could not start: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server process is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server process is gone: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server process was killed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server process was killed: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the socket file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the terminal that it belonged to was closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>thread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>thread {thread}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>thread {thread} began</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>thread {thread} ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>took</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>traceback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>traced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wait for {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wait {name} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits before {hook}()</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits for a datagram and for who sent it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits for a datagram, which goes into a buffer that is there already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits for bytes and what comes with them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits for bytes, which go into a buffer that is there already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits for bytes, which go into buffers that are there already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits for bytes: the thread sleeps until some arrive or the peer leaves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits for one request, at most until the timeout, and handles it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits in {call}()</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits until the time has passed; the thread does nothing else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was killed by signal {status}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what a new thread runs: finish_request(), then shutdown_request()</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you asked for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zombie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{action}, {times} times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{action}: it did not come about within {seconds} s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{action}: the server did not start: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{action}: there is no such server or client now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{action}: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{call}() failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{call}() failed: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{call}() got b&quot;&quot;: end of stream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{call}() got b&quot;&quot;: end of stream from {peer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{call}() got {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{call}() got {size} · from {peer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{call}() got {size} · {data}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{call}() got {size} · {data} · from {peer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{call}() sent {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{call}() sent {size} · to {peer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{call}() sent {size} · {data}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{call}() sent {size} · {data} · to {peer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{client} hears {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{client} is connected, from {here} to {there}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{client} ← {data}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{client} ← {data} ({problem})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{client} → {data}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{client}: the server closed its side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{client}: {what} {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{constant} is a number for Python, but not for JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} events were too many to hand on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} events were too many to hand on; tracebacks may be among them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} lines are too many: a program may have up to {most}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of the characters cannot be seen: signs stand for them. Point at one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{event} has no field {name}; it has {fields}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} can be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} has {field} {asked}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, line {line}: {code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hook}() called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hook}() called: {detail}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hook}() returned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hook}() returned {result}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hook}() was left by {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} alone does not say which network is meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} belongs to a network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} cannot be reached with this kind of socket.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} is an IPv{version} address, which needs {needed}, but address_family is {chosen}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} is not an address of this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind}, or None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} came to its end, and no server of its had begun to listen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be read as Python code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot run: there is a mistake in line {line}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} disconnects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} ended itself in line {line} before there was a server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} half-closes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has a handle() method but is no handler class: let it inherit from {needed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has a handle() method but is no handler class: let it inherit from {needed}. Is {base} spelled right, and imported?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is a difference itself; name its parts instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is declared without a value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is no do step: nothing happens in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not a constant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is too large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is {value}; it must be one of {allowed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is {value}; it must be {kind}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is {value}; it must lie between {minimum} and {maximum}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} may not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} must be a number between {minimum} and {maximum}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} must be a text of {minimum} to {maximum} printable characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} must be a whole number between {minimum} and {maximum}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} must be {wanted}, not {got}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} must lie between {low} and {high}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} raised an exception before there was a server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} raised an exception in line {line} before there was a server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} reads again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} resets its connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} sends {data}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} stops reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} vanishes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was saved by another program.</source>
        <translation>{name} 被另一个程序保存过。</translation>
    </message>
    <message>
        <source>{name}() in {file}, line {line}: {code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}() — {words}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}() — {words}. {documented}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{passed} of {all} checks passed, {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} was not removed: a running program has this socket open. Stop it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} was not removed: it is not a socket, so it may be of use to somebody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} was not removed: there is no such file any more. Just start the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} was not removed: we have no permission to find out whether it is in use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} was not removed: you may not change the directory it is in. Take another path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} was not written: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}: This is an experiment, not a lesson: it has no steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} (process {pid}, thread {thread})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} (thread {thread})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} is a file, but not a socket.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} is not an address: there is no such port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} took no more bytes in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{port} is still in use by an old connection: {who} has it open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{port} is still in {status}: no program has it, but the system has not let go of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{port} is taken, and the system does not say by whom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{port} is taken: {who} has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{program} (process {pid})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{protocol} port {port}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{role} · {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{said} for at most {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{said} for {peer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{server} did not start: {what} {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{server} listens on {address}, in process {pid}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{server} prints: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{server} was killed: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{server}: its process {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{server}: the handler raised {kind}: {said}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} KiB are too much: a program may have up to {most} KiB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{step}: wrong actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{step}: wrong actions do not tick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{take} needs a field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{take} needs until.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{these} or {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{thread} waits before {hook}()</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{version} is not available on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{wanted}, in line {line} of {name}, cannot do its work: it is no handler class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{wanted}, in line {line} of {name}, cannot do its work: it is no server class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words}, and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… and {size} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ {path}: every step is ticked, every question has one answer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>entry_text</name>
    <message>
        <source>Documentation: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See also: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>language</name>
    <message>
        <source>en</source>
        <translation>zh_CN</translation>
    </message>
</context>
<context>
    <name>menus</name>
    <message>
        <source>&amp;About Socket Lab</source>
        <translation>关于套接字实验室(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Client</source>
        <translation>客户端(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Close the tab</source>
        <translation>关闭标签页(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Disconnect</source>
        <translation>断开连接(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Examples…</source>
        <translation>示例…(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Find in the log</source>
        <translation>在日志中查找(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Half-close</source>
        <translation>半关闭(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Kill</source>
        <translation>强制结束(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Lessons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Lessons…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New client to the selected server</source>
        <translation>新建连到所选服务器的客户端(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open a server of your own…</source>
        <translation>打开自己的服务器…(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Remove from the list</source>
        <translation>从列表中移除(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>服务器(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>启动(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>Colours: &amp;dark</source>
        <translation>颜色：深色(&amp;D)</translation>
    </message>
    <message>
        <source>Colours: as the &amp;system</source>
        <translation>颜色：跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>Colours: l&amp;ight</source>
        <translation>颜色：浅色(&amp;I)</translation>
    </message>
    <message>
        <source>L&amp;eave the lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Langua&amp;ge: as the system</source>
        <translation>语言：跟随系统(&amp;G)</translation>
    </message>
    <message>
        <source>Ne&amp;xt client</source>
        <translation>下一个客户端(&amp;X)</translation>
    </message>
    <message>
        <source>New client to an &amp;address…</source>
        <translation>新建连到某个地址的客户端…(&amp;A)</translation>
    </message>
    <message>
        <source>Open a &amp;folder of lessons…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>Start &amp;again with this code</source>
        <translation>用这份代码重新启动(&amp;A)</translation>
    </message>
    <message>
        <source>Step &amp;before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop &amp;all</source>
        <translation>全部停止(&amp;A)</translation>
    </message>
    <message>
        <source>Take it &amp;home…</source>
        <translation>导出带走…(&amp;H)</translation>
    </message>
    <message>
        <source>To the &amp;builder</source>
        <translation>转到服务器设置(&amp;B)</translation>
    </message>
    <message>
        <source>To the &amp;code</source>
        <translation>转到代码(&amp;C)</translation>
    </message>
    <message>
        <source>To the &amp;log</source>
        <translation>转到日志(&amp;L)</translation>
    </message>
    <message>
        <source>To the &amp;message</source>
        <translation>转到消息输入框(&amp;M)</translation>
    </message>
    <message>
        <source>To the c&amp;onsole</source>
        <translation>转到控制台(&amp;O)</translation>
    </message>
    <message>
        <source>Two clients side &amp;by side</source>
        <translation>并排显示两个客户端(&amp;B)</translation>
    </message>
</context>
<context>
    <name>row_words</name>
    <message>
        <source>… {0} characters</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>running_marks</name>
    <message>
        <source>{0}() is about to be entered: the server is paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}() is running now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}() is running now, and waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, for request {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>server_title</name>
    <message>
        <source>Forking</source>
        <translation>多进程</translation>
    </message>
    <message>
        <source>One at a time</source>
        <translation>一次一个</translation>
    </message>
    <message>
        <source>TCP</source>
        <translation>TCP</translation>
    </message>
    <message>
        <source>Threading</source>
        <translation>多线程</translation>
    </message>
    <message>
        <source>UDP</source>
        <translation>UDP</translation>
    </message>
    <message>
        <source>Unix datagram</source>
        <translation>Unix 数据报</translation>
    </message>
    <message>
        <source>Unix stream</source>
        <translation>Unix 流</translation>
    </message>
</context>
</TS>
