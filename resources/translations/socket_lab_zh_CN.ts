<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AddressForm</name>
    <message>
        <source>Addresses such as 127.0.0.1.</source>
        <translation>形如 127.0.0.1 的地址。</translation>
    </message>
    <message>
        <source>Addresses such as ::1.</source>
        <translation>形如 ::1 的地址。</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>地址族</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>IPv4</source>
        <translation>IPv4</translation>
    </message>
    <message>
        <source>IPv6</source>
        <translation>IPv6</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>The address to listen at. 127.0.0.1 (the default) and ::1 can be reached from this machine only; 0.0.0.0 and :: from everywhere.</source>
        <translation>要监听的地址。127.0.0.1（默认）和 ::1 只能从本机访问；0.0.0.0 和::可以从任何地方访问。</translation>
    </message>
    <message>
        <source>The file that stands for the socket. Default: empty, a fresh one.</source>
        <translation>代表套接字的文件。默认：留空，自动新建一个。</translation>
    </message>
    <message>
        <source>The port, 1 to 65535. Default: empty or 0, any free one.</source>
        <translation>端口，1 到 65535。默认：留空或填 0，任选一个空闲的端口。</translation>
    </message>
    <message>
        <source>Which kind of address: IPv4 or IPv6. Default: IPv4.</source>
        <translation>使用哪一种地址：IPv4 或 IPv6。默认：IPv4。</translation>
    </message>
    <message>
        <source>a fresh one</source>
        <translation>自动新建</translation>
    </message>
    <message>
        <source>any free port</source>
        <translation>任意空闲端口</translation>
    </message>
</context>
<context>
    <name>Arrivals</name>
    <message>
        <source>1 byte</source>
        <translation>1 个字节</translation>
    </message>
    <message>
        <source>Show all ({0})</source>
        <translation>显示全部（{0}）</translation>
    </message>
    <message>
        <source>The server closed the conversation.</source>
        <translation>服务器结束了对话。</translation>
    </message>
    <message>
        <source>connected to {0}</source>
        <translation>已连接到 {0}</translation>
    </message>
    <message>
        <source>connected to {0} from {1}</source>
        <translation>已从 {1} 连接到 {0}</translation>
    </message>
    <message>
        <source>recv() returned b&quot;&quot;: the end of the stream.</source>
        <translation>recv() 返回了 b&quot;&quot;：流结束。</translation>
    </message>
    <message>
        <source>{0} bytes</source>
        <translation>{0} 个字节</translation>
    </message>
</context>
<context>
    <name>BarNames</name>
    <message>
        <source>connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>paused before {0}()</source>
        <translation>停在 {0}() 之前</translation>
    </message>
    <message>
        <source>waits in {0}()</source>
        <translation>在 {0}() 中等待</translation>
    </message>
</context>
<context>
    <name>BuilderPane</name>
    <message>
        <source>No running server is selected.</source>
        <translation>没有选中正在运行的服务器。</translation>
    </message>
    <message>
        <source>Serving</source>
        <translation>服务方式</translation>
    </message>
    <message>
        <source>Start a server of this kind, in a process of its own.</source>
        <translation>启动一个这样的服务器，在它自己的进程中运行。</translation>
    </message>
    <message>
        <source>Start server</source>
        <translation>启动服务器</translation>
    </message>
    <message>
        <source>Stop server</source>
        <translation>停止服务器</translation>
    </message>
    <message>
        <source>Stop {0}</source>
        <translation>停止 {0}</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>传输</translation>
    </message>
    <message>
        <source>What carries the bytes: a stream (TCP, Unix stream) or datagrams. Default: TCP.</source>
        <translation>用什么来传送字节：流（TCP、Unix 流）或数据报。默认：TCP。</translation>
    </message>
    <message>
        <source>Who handles a request while others wait: the loop itself, a thread, or a child process.</source>
        <translation>其他请求等待时，由谁来处理一个请求：循环自己、一个线程，还是一个子进程。</translation>
    </message>
    <message>
        <source>■ Stop server</source>
        <translation>■ 停止服务器</translation>
    </message>
    <message>
        <source>▶ Start server</source>
        <translation>▶ 启动服务器</translation>
    </message>
</context>
<context>
    <name>BytesPane</name>
    <message>
        <source>All bytes in view</source>
        <translation>显示全部字节</translation>
    </message>
    <message>
        <source>Bytes as hexadecimal numbers</source>
        <translation>以十六进制数显示字节</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适合窗口</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>十六进制</translation>
    </message>
    <message>
        <source>Nobody has talked to this server yet.
Open a client and send it a message.</source>
        <translation>还没有人和这个服务器通信。
请打开一个客户端，给它发一条消息。</translation>
    </message>
    <message>
        <source>Scroll to the cut character</source>
        <translation>滚动到被截断的字符</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Start a server, then a client, and send a message: its bytes appear here.</source>
        <translation>先启动服务器，再打开客户端，发一条消息：它的字节就会出现在这里。</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom in (Ctrl and wheel, or +)</source>
        <translation>放大（Ctrl+滚轮，或 +）</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Zoom out (Ctrl and wheel, or −)</source>
        <translation>缩小（Ctrl+滚轮，或−）</translation>
    </message>
    <message>
        <source>server</source>
        <translation>服务器</translation>
    </message>
</context>
<context>
    <name>ChatPane</name>
    <message>
        <source>Another address…</source>
        <translation>其他地址…</translation>
    </message>
    <message>
        <source>As a program that was killed: nothing that waits is sent, nothing is read</source>
        <translation>就像程序被强制结束：等待发送的都不发，也什么都不读</translation>
    </message>
    <message>
        <source>CLIENTS</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>Clear the conversation</source>
        <translation>清空对话</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>Close this client</source>
        <translation>关闭此客户端</translation>
    </message>
    <message>
        <source>Close this client&apos;s connection</source>
        <translation>关闭此客户端的连接</translation>
    </message>
    <message>
        <source>Close with a reset (RST): what is under way is lost</source>
        <translation>用重置 (RST) 关闭：途中的数据会丢失</translation>
    </message>
    <message>
        <source>Copy the conversation</source>
        <translation>复制对话</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>断开</translation>
    </message>
    <message>
        <source>Disconnect the second client</source>
        <translation>断开第二个客户端</translation>
    </message>
    <message>
        <source>Half-close: send no more</source>
        <translation>半关闭：不再发送</translation>
    </message>
    <message>
        <source>More for this client</source>
        <translation>此客户端的更多操作</translation>
    </message>
    <message>
        <source>New client</source>
        <translation>新建客户端</translation>
    </message>
    <message>
        <source>No client yet.
Open one, and talk to the server.</source>
        <translation>还没有客户端。
打开一个，和服务器通信吧。</translation>
    </message>
    <message>
        <source>No client yet.
Start a server, then open a client to talk to it.</source>
        <translation>还没有客户端。
先启动服务器，再打开客户端和它通信。</translation>
    </message>
    <message>
        <source>No recv() any more: what the server sends fills the buffers of the two kernels</source>
        <translation>不再调用 recv()：服务器发来的数据会填满两端内核的缓冲区</translation>
    </message>
    <message>
        <source>Open a client to the server</source>
        <translation>打开一个客户端并连接到服务器</translation>
    </message>
    <message>
        <source>Open a second client to see both.</source>
        <translation>再打开一个客户端，就能同时看到两个。</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>恢复读取</translation>
    </message>
    <message>
        <source>Reconnect</source>
        <translation>重新连接</translation>
    </message>
    <message>
        <source>Reset: break it off</source>
        <translation>重置：强行断开</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>停止读取</translation>
    </message>
    <message>
        <source>Take what has arrived, and what will</source>
        <translation>取走已到达的和将要到达的数据</translation>
    </message>
    <message>
        <source>The second client</source>
        <translation>第二个客户端</translation>
    </message>
    <message>
        <source>Two clients side by side</source>
        <translation>并排显示两个客户端</translation>
    </message>
    <message>
        <source>Vanish: be gone at once</source>
        <translation>消失：立即不见</translation>
    </message>
    <message>
        <source>shutdown(SHUT_WR): replies can still arrive</source>
        <translation>shutdown(SHUT_WR)：仍能收到回复</translation>
    </message>
</context>
<context>
    <name>ClientTabs</name>
    <message>
        <source>Close this client</source>
        <translation>关闭此客户端</translation>
    </message>
    <message>
        <source>Scroll to the left</source>
        <translation>向左滚动</translation>
    </message>
    <message>
        <source>Scroll to the right</source>
        <translation>向右滚动</translation>
    </message>
</context>
<context>
    <name>CodeCard</name>
    <message>
        <source># {0}, {1} lines:
# your own code. Read it,
# and edit it, under Code.</source>
        <translation># {0}，共 {1} 行：
# 这是你自己的代码，
# 可在“代码”视图中阅读和修改。</translation>
    </message>
    <message>
        <source>A TCPServer whose address is a path: address_family = AF_UNIX.</source>
        <translation>以路径为地址的 TCPServer：address_family = AF_UNIX。</translation>
    </message>
    <message>
        <source>A UDPServer whose address is a path: address_family = AF_UNIX.</source>
        <translation>以路径为地址的 UDPServer：address_family = AF_UNIX。</translation>
    </message>
    <message>
        <source>CLASSES AND CODE</source>
        <translation>类与代码</translation>
    </message>
    <message>
        <source>Copies the code together with the imports that it needs.</source>
        <translation>复制代码，连同它所需的 import。</translation>
    </message>
    <message>
        <source>Copy the code</source>
        <translation>复制代码</translation>
    </message>
    <message>
        <source>Its get_request() reads one datagram; there is nothing to accept.</source>
        <translation>它的 get_request() 读取一个数据报；没有连接需要接受。</translation>
    </message>
    <message>
        <source>Its process_request() forks a child process for every request.</source>
        <translation>它的 process_request() 为每个请求派生一个子进程。</translation>
    </message>
    <message>
        <source>Its process_request() starts a thread for every request.</source>
        <translation>它的 process_request() 为每个请求启动一个线程。</translation>
    </message>
    <message>
        <source>Makes the socket and binds it; its get_request() accepts a connection.</source>
        <translation>创建套接字并绑定地址；它的 get_request() 接受一个连接。</translation>
    </message>
    <message>
        <source>Method resolution order</source>
        <translation>方法解析顺序</translation>
    </message>
    <message>
        <source>The code of this server</source>
        <translation>这个服务器的代码</translation>
    </message>
    <message>
        <source>The loop serve_forever(), and the order in which the hooks are called.</source>
        <translation>serve_forever() 循环，以及各个钩子的调用顺序。</translation>
    </message>
    <message>
        <source>The method resolution order: Python looks for a method in these classes, one after the other, from left to right.</source>
        <translation>方法解析顺序：Python 从左到右，依次在这些类中查找方法。</translation>
    </message>
    <message>
        <source>Your class: the options that you changed stand here, and Python looks here first.</source>
        <translation>你的类：你改过的选项写在这里，Python 最先在这里查找。</translation>
    </message>
</context>
<context>
    <name>CodeCopyButton</name>
    <message>
        <source>Copied ✓</source>
        <translation>已复制 ✓</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>CodePane</name>
    <message>
        <source>Choose a server on the left: its program appears here.</source>
        <translation>在左侧选择一个服务器：它的程序会出现在这里。</translation>
    </message>
    <message>
        <source>Find in the code</source>
        <translation>在代码中查找</translation>
    </message>
    <message>
        <source>Run this</source>
        <translation>运行这个程序</translation>
    </message>
    <message>
        <source>Start, or start again, with this program (F5 or Ctrl+R)</source>
        <translation>用这个程序启动，或重新启动（F5 或 Ctrl+R）</translation>
    </message>
    <message>
        <source>The client&apos;s program, only to read</source>
        <translation>客户端的程序，只供阅读</translation>
    </message>
    <message>
        <source>The server&apos;s program</source>
        <translation>服务器的程序</translation>
    </message>
    <message>
        <source>edited by you</source>
        <translation>你修改过</translation>
    </message>
    <message>
        <source>generated from your choices</source>
        <translation>按你的选择生成</translation>
    </message>
    <message>
        <source>opened from a file</source>
        <translation>从文件打开</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>A JSON document, checked while you type</source>
        <translation>JSON 文档，输入时即检查</translation>
    </message>
    <message>
        <source>Any text</source>
        <translation>任意文本</translation>
    </message>
    <message>
        <source>Bytes by their hex digits, such as 7b 22 ff</source>
        <translation>用十六进制数字写出的字节，例如 7b 22 ff</translation>
    </message>
    <message>
        <source>CRLF</source>
        <translation>CRLF</translation>
    </message>
    <message>
        <source>Enter sends, Shift+Enter breaks the line, ↑ recalls</source>
        <translation>Enter 发送，Shift+Enter 换行，↑ 找回发过的消息</translation>
    </message>
    <message>
        <source>HELLO, Server</source>
        <translation>HELLO, Server</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>十六进制</translation>
    </message>
    <message>
        <source>How many times it is sent</source>
        <translation>发送的次数</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>LF</source>
        <translation>LF</translation>
    </message>
    <message>
        <source>Line ending</source>
        <translation>行尾</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Nothing to send: type something first.</source>
        <translation>没有可发送的内容：请先输入一些文字。</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>纯文本</translation>
    </message>
    <message>
        <source>Raw text</source>
        <translation>原始文本</translation>
    </message>
    <message>
        <source>Send (Enter)</source>
        <translation>发送（Enter）</translation>
    </message>
    <message>
        <source>Send the message</source>
        <translation>发送消息</translation>
    </message>
    <message>
        <source>Send ⏎</source>
        <translation>发送 ⏎</translation>
    </message>
    <message>
        <source>Sent as a JSON string: quotes are put around it</source>
        <translation>作为 JSON 字符串发送：会在两边加上引号</translation>
    </message>
    <message>
        <source>Sent as it is, with the line ending you choose</source>
        <translation>原样发送，加上你选择的行尾</translation>
    </message>
    <message>
        <source>So many times the message is sent, one right after the other</source>
        <translation>把消息一条紧接一条地发送这么多次</translation>
    </message>
    <message>
        <source>Too long to type: {0} characters, {1} at most.</source>
        <translation>太长，无法输入：共 {0} 个字符，最多 {1} 个。</translation>
    </message>
    <message>
        <source>Too much at once: 64 MB at most.</source>
        <translation>一次发送得太多：最多 64 MB。</translation>
    </message>
    <message>
        <source>What is put behind the text: nothing, \n or \r\n</source>
        <translation>加在文本后面的内容：什么都不加、\n 或 \r\n</translation>
    </message>
    <message>
        <source>What the text is</source>
        <translation>消息的种类</translation>
    </message>
    <message>
        <source>no end</source>
        <translation>无结尾</translation>
    </message>
    <message>
        <source>times </source>
        <translation>次数 </translation>
    </message>
    <message>
        <source>valid JSON</source>
        <translation>有效的 JSON</translation>
    </message>
    <message>
        <source>{0} bytes</source>
        <translation>{0} 个字节</translation>
    </message>
</context>
<context>
    <name>ConnectionsCard</name>
    <message>
        <source>A connection has two ends, each a socket with a state of its own. Both are on this machine.</source>
        <translation>一个连接有两端，每一端都是一个套接字，各有自己的状态。两端都在本机上。</translation>
    </message>
    <message>
        <source>All datagrams come through the server&apos;s one socket: see above.</source>
        <translation>所有数据报都经过服务器唯一的那个套接字：见上方。</translation>
    </message>
    <message>
        <source>Bytes that have arrived at this end and that its program has not read yet.</source>
        <translation>已到达这一端、但这一端的程序还没有读取的字节。</translation>
    </message>
    <message>
        <source>Bytes that this end&apos;s program has written and the other end has not confirmed yet; of a Unix socket, with what the system needs for them.</source>
        <translation>这一端的程序已写出、但另一端还没有确认的字节；对 Unix 套接字来说，还包括系统为它们额外占用的空间。</translation>
    </message>
    <message>
        <source>CONNECTIONS</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>Client&apos;s end</source>
        <translation>客户端一端</translation>
    </message>
    <message>
        <source>Connected, but accept() has not been called for it: it waits in the accept queue.</source>
        <translation>已连接，但还没有为它调用 accept()：它在等待接受的队列中。</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Datagrams need no connection. A client that has chosen this server as its peer appears here.</source>
        <translation>数据报不需要连接。把这个服务器选定为对端的客户端会出现在这里。</translation>
    </message>
    <message>
        <source>In the queue: the system has connected this client, and the server has not called accept().</source>
        <translation>在队列中：系统已经为这个客户端建立了连接，但服务器还没有调用 accept()。</translation>
    </message>
    <message>
        <source>It is closed for good, or not on this machine.</source>
        <translation>它已经彻底关闭，或者不在本机上。</translation>
    </message>
    <message>
        <source>No connection is open.</source>
        <translation>没有打开的连接。</translation>
    </message>
    <message>
        <source>Nobody is connected. Open a client on the right, and look here.</source>
        <translation>没有人连接。请在右侧打开一个客户端，再看这里。</translation>
    </message>
    <message>
        <source>Server&apos;s end</source>
        <translation>服务器一端</translation>
    </message>
    <message>
        <source>The server has no socket for this one.</source>
        <translation>服务器没有与它对应的套接字。</translation>
    </message>
    <message>
        <source>The state of the client&apos;s socket.</source>
        <translation>客户端套接字的状态。</translation>
    </message>
    <message>
        <source>The state of the server&apos;s socket.</source>
        <translation>服务器套接字的状态。</translation>
    </message>
    <message>
        <source>Who is connected, by name or by address.</source>
        <translation>连接的是谁：名称或地址。</translation>
    </message>
    <message>
        <source>in the queue</source>
        <translation>在队列中</translation>
    </message>
    <message>
        <source>no request yet</source>
        <translation>还没有请求</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>request {0}</source>
        <translation>请求 {0}</translation>
    </message>
    <message>
        <source>shared</source>
        <translation>共用</translation>
    </message>
    <message>
        <source>unnamed</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>unsent</source>
        <translation>未发</translation>
    </message>
    <message>
        <source>{0} in all</source>
        <translation>共 {0} 个</translation>
    </message>
    <message>
        <source>{0} not accepted</source>
        <translation>{0} 个未接受</translation>
    </message>
    <message>
        <source>{0} not shown</source>
        <translation>{0} 个未显示</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
</context>
<context>
    <name>ConsolePane</name>
    <message>
        <source>1 line</source>
        <translation>1 行</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Cleared. What is printed next appears here.</source>
        <translation>已清空。接下来打印的内容会出现在这里。</translation>
    </message>
    <message>
        <source>Copied {0}.</source>
        <translation>已复制 {0}。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy lines</source>
        <translation>复制行</translation>
    </message>
    <message>
        <source>Copy the selected lines, or all of them</source>
        <translation>复制选中的行，或全部的行</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Find in the output</source>
        <translation>在输出中查找</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>跟随</translation>
    </message>
    <message>
        <source>Keep the newest line in view</source>
        <translation>让最新的一行保持可见</translation>
    </message>
    <message>
        <source>Look for words in the lines (Ctrl+F)</source>
        <translation>在各行中查找文字（Ctrl+F）</translation>
    </message>
    <message>
        <source>Looking for older lines…</source>
        <translation>正在查找更早的行…</translation>
    </message>
    <message>
        <source>Newer lines follow.</source>
        <translation>后面还有更新的行。</translation>
    </message>
    <message>
        <source>Nothing has been printed yet.
What the server&apos;s code prints appears here, and the tracebacks of its exceptions.

Try this line in the handle() of a handler:
print(self.client_address)</source>
        <translation>还没有打印任何内容。
服务器的代码打印的内容，以及异常的回溯信息，都会出现在这里。

试着在处理器的 handle() 中加上这一行：
print(self.client_address)</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Take the lines away; they stay in the run</source>
        <translation>清掉这些行；它们仍保留在这次运行中</translation>
    </message>
    <message>
        <source>The server runs on; the view waits</source>
        <translation>服务器继续运行，视图停住不动</translation>
    </message>
    <message>
        <source>paused, {0} new events</source>
        <translation>已暂停，有 {0} 个新事件</translation>
    </message>
    <message>
        <source>reading older lines…</source>
        <translation>正在读取更早的行…</translation>
    </message>
    <message>
        <source>{0} events before them were forgotten: memory is limited.</source>
        <translation>在此之前的 {0} 个事件已不再保留：内存有限。</translation>
    </message>
    <message>
        <source>{0} lines</source>
        <translation>{0} 行</translation>
    </message>
    <message>
        <source>{0} older lines are not shown.</source>
        <translation>有 {0} 行更早的内容未显示。</translation>
    </message>
</context>
<context>
    <name>Conversation</name>
    <message>
        <source>Connected. Type a message and press Enter.</source>
        <translation>已连接。输入消息，按 Enter 发送。</translation>
    </message>
    <message>
        <source>Conversation of client {0}</source>
        <translation>客户端 {0} 的对话</translation>
    </message>
    <message>
        <source>Not connected yet.</source>
        <translation>尚未连接。</translation>
    </message>
    <message>
        <source>Not connected: press Reconnect.</source>
        <translation>未连接：请按“重新连接”。</translation>
    </message>
    <message>
        <source>Reconnect</source>
        <translation>重新连接</translation>
    </message>
    <message>
        <source>Whole message · client {0}</source>
        <translation>完整的消息 · 客户端 {0}</translation>
    </message>
    <message>
        <source>You have said that you send no more.</source>
        <translation>你已表示不再发送。</translation>
    </message>
    <message>
        <source>You read again.</source>
        <translation>你恢复了读取。</translation>
    </message>
    <message>
        <source>You read no more: what the server sends waits in the kernel&apos;s buffer.</source>
        <translation>你停止了读取：服务器发来的数据在内核的缓冲区里等待。</translation>
    </message>
    <message>
        <source>You will send no more (half-close): the server reads the end of the stream.</source>
        <translation>你不再发送（半关闭）：服务器会读到流的末尾。</translation>
    </message>
    <message>
        <source>waiting for a reply… {0} s</source>
        <translation>正在等待回复… {0} 秒</translation>
    </message>
    <message>
        <source>{0} → {1}</source>
        <translation>{0} → {1}</translation>
    </message>
    <message>
        <source>{0} → {1} · connecting…</source>
        <translation>{0} → {1} · 正在连接…</translation>
    </message>
    <message>
        <source>{0} → {1} · half-closed</source>
        <translation>{0} → {1} · 已半关闭</translation>
    </message>
    <message>
        <source>{0} → {1} · not connected</source>
        <translation>{0} → {1} · 未连接</translation>
    </message>
</context>
<context>
    <name>ConversationChoice</name>
    <message>
        <source>Conversation shown</source>
        <translation>显示的对话</translation>
    </message>
    <message>
        <source>Newest: {0}</source>
        <translation>最新：{0}</translation>
    </message>
    <message>
        <source>No conversation</source>
        <translation>没有对话</translation>
    </message>
</context>
<context>
    <name>CourseWindow</name>
    <message>
        <source>&amp;Begin</source>
        <translation>开始(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>继续(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Open a folder…</source>
        <translation>打开文件夹(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Socket Lab&apos;s own lessons</source>
        <translation>套接字实验室自带的课程(&amp;S)</translation>
    </message>
    <message>
        <source>Begin &amp;again</source>
        <translation>从头开始(&amp;A)</translation>
    </message>
    <message>
        <source>Files that are no lessons</source>
        <translation>不是课程的文件</translation>
    </message>
    <message>
        <source>Files that are no lessons:</source>
        <translation>不是课程的文件：</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>Lessons in the folder {0}</source>
        <translation>文件夹 {0} 中的课程</translation>
    </message>
    <message>
        <source>No lessons here.</source>
        <translation>这里没有课程。</translation>
    </message>
    <message>
        <source>Not on this system, because: {0}</source>
        <translation>不适用于这个系统，原因：{0}</translation>
    </message>
    <message>
        <source>Predict, run, explain: choose a lesson. Your own servers and clients stay.</source>
        <translation>先预测，再运行，然后弄懂：选一课吧。你自己的服务器和客户端会保留。</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>课程内容</translation>
    </message>
    <message>
        <source>about {0} minutes</source>
        <translation>约 {0} 分钟</translation>
    </message>
    <message>
        <source>begun</source>
        <translation>学习中</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>not begun yet</source>
        <translation>尚未开始</translation>
    </message>
    <message>
        <source>not on this system</source>
        <translation>不适用于这个系统</translation>
    </message>
    <message>
        <source>{0} steps</source>
        <translation>{0} 个步骤</translation>
    </message>
    <message>
        <source>{0} · {1} min</source>
        <translation>{0} · {1} 分钟</translation>
    </message>
</context>
<context>
    <name>DatagramRuler</name>
    <message>
        <source>cut</source>
        <translation>截断</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>丢失</translation>
    </message>
    <message>
        <source>not received</source>
        <translation>未收到</translation>
    </message>
    <message>
        <source>{0} of {1} B</source>
        <translation>{0}/{1} B</translation>
    </message>
</context>
<context>
    <name>DescriptorsFold</name>
    <message>
        <source>A descriptor is a small number for something that a process has open: a file, a pipe, a socket. A forked child inherits its parent&apos;s.</source>
        <translation>描述符是一个小整数，代表进程打开的某样东西：文件、管道或套接字。派生出的子进程会继承父进程的描述符。</translation>
    </message>
    <message>
        <source>Descriptors</source>
        <translation>描述符</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Open descriptors</source>
        <translation>打开的描述符</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>进程</translation>
    </message>
    <message>
        <source>The process that has it open.</source>
        <translation>打开它的进程。</translation>
    </message>
    <message>
        <source>What</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>What fileno() returns.</source>
        <translation>fileno() 返回的值。</translation>
    </message>
    <message>
        <source>What it is.</source>
        <translation>它是什么。</translation>
    </message>
    <message>
        <source>Which one it is, where the system tells.</source>
        <translation>具体是哪一个，以系统提供的信息为准。</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>未提供</translation>
    </message>
    <message>
        <source>{0} open</source>
        <translation>打开 {0} 个</translation>
    </message>
    <message>
        <source>{0} socket</source>
        <translation>{0} 个套接字</translation>
    </message>
    <message>
        <source>{0} sockets</source>
        <translation>{0} 个套接字</translation>
    </message>
</context>
<context>
    <name>Direction</name>
    <message>
        <source>bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>{0} got</source>
        <translation>{0} 收到</translation>
    </message>
    <message>
        <source>{0} sent</source>
        <translation>{0} 发送</translation>
    </message>
</context>
<context>
    <name>Editor</name>
    <message>
        <source>Comment or uncomment</source>
        <translation>注释或取消注释</translation>
    </message>
    <message>
        <source>Tab indents; Escape, then Tab, leaves the editor.</source>
        <translation>按 Tab 缩进；先按 Esc 再按 Tab，可离开编辑器。</translation>
    </message>
    <message>
        <source>{0}: cannot be seen, so it is shown by a sign</source>
        <translation>{0}：这个字符看不见，所以用符号表示</translation>
    </message>
</context>
<context>
    <name>EditorMargin</name>
    <message>
        <source>Line numbers</source>
        <translation>行号</translation>
    </message>
</context>
<context>
    <name>EventDetails</name>
    <message>
        <source>EVENT</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Hide the event&apos;s details</source>
        <translation>隐藏事件的详情</translation>
    </message>
    <message>
        <source>The chosen event in full</source>
        <translation>所选事件的全部内容</translation>
    </message>
</context>
<context>
    <name>EventRows</name>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Req.</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Time, ms</source>
        <translation>时间 ms</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>发生的事</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
</context>
<context>
    <name>EventTable</name>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>handler</source>
        <translation>生命周期</translation>
    </message>
    <message>
        <source>thread 12345</source>
        <translation>线程 12345</translation>
    </message>
</context>
<context>
    <name>ExperimentDesk</name>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Experiments (*.toml)</source>
        <translation>实验 (*.toml)</translation>
    </message>
    <message>
        <source>Line {0}: {1}</source>
        <translation>第 {0} 行：{1}</translation>
    </message>
    <message>
        <source>More was done than an experiment can hold: this is how it began.</source>
        <translation>做过的事太多，一个实验容纳不下：这里只有开头的部分。</translation>
    </message>
    <message>
        <source>Open experiment</source>
        <translation>打开实验</translation>
    </message>
    <message>
        <source>Open the folder that it is in, in the menu Lessons.</source>
        <translation>请用“课程”菜单打开它所在的文件夹。</translation>
    </message>
    <message>
        <source>Save experiment</source>
        <translation>保存实验</translation>
    </message>
    <message>
        <source>Saved as {0}.</source>
        <translation>已保存为 {0}。</translation>
    </message>
    <message>
        <source>Servers: {0}. Things done with them: {1}.</source>
        <translation>服务器：{0} 个。用它们做的操作：{1} 项。</translation>
    </message>
    <message>
        <source>Start a server, open a client and talk to it: that is what an experiment does again.</source>
        <translation>启动一个服务器，打开一个客户端和它通信：实验会把这些重做一遍。</translation>
    </message>
    <message>
        <source>There is nothing to save yet.</source>
        <translation>还没有可保存的内容。</translation>
    </message>
    <message>
        <source>{0} cannot be opened.</source>
        <translation>无法打开 {0}。</translation>
    </message>
    <message>
        <source>{0} is a lesson.</source>
        <translation>{0} 是一课课程。</translation>
    </message>
    <message>
        <source>{0} is no experiment that can be run.</source>
        <translation>{0} 不是可以运行的实验。</translation>
    </message>
    <message>
        <source>… and {0} more</source>
        <translation>…另外还有 {0} 个</translation>
    </message>
</context>
<context>
    <name>ExperimentWindow</name>
    <message>
        <source>&amp;Run it</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>Everything came about as expected.</source>
        <translation>一切都和预期的一样。</translation>
    </message>
    <message>
        <source>Experiment: {0}</source>
        <translation>实验：{0}</translation>
    </message>
    <message>
        <source>It is being performed in the window.</source>
        <translation>正在窗口中执行。</translation>
    </message>
    <message>
        <source>Not all of it came about. {0}</source>
        <translation>没有全部实现。{0}</translation>
    </message>
    <message>
        <source>S&amp;top it</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>WHAT IS CHECKED</source>
        <translation>检查什么</translation>
    </message>
    <message>
        <source>WHAT IS DONE</source>
        <translation>做什么</translation>
    </message>
    <message>
        <source>WHAT WAS SAID AND HEARD WHEN IT WAS SAVED</source>
        <translation>保存时收发的内容</translation>
    </message>
    <message>
        <source>What is checked</source>
        <translation>检查什么</translation>
    </message>
    <message>
        <source>What is done</source>
        <translation>做什么</translation>
    </message>
    <message>
        <source>What was said and heard</source>
        <translation>收发的内容</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>All requests</source>
        <translation>全部请求</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Find text or data</source>
        <translation>查找文字或数据</translation>
    </message>
    <message>
        <source>Handler</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>Hide polling</source>
        <translation>隐藏轮询</translation>
    </message>
    <message>
        <source>Hide what a waiting server calls again and again</source>
        <translation>隐藏服务器等待时反复进行的调用</translation>
    </message>
    <message>
        <source>Hooks</source>
        <translation>钩子</translation>
    </message>
    <message>
        <source>Kinds of events shown</source>
        <translation>显示的事件种类</translation>
    </message>
    <message>
        <source>Life</source>
        <translation>生命周期</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>进程</translation>
    </message>
    <message>
        <source>Request </source>
        <translation>请求 </translation>
    </message>
    <message>
        <source>Request shown</source>
        <translation>显示的请求</translation>
    </message>
    <message>
        <source>Text that events must hold</source>
        <translation>事件必须含有的文字</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Close (Escape)</source>
        <translation>关闭（Esc）</translation>
    </message>
    <message>
        <source>Enter goes to the next hit, Shift+Enter to the one before</source>
        <translation>按 Enter 到下一处，按 Shift+Enter 到上一处</translation>
    </message>
    <message>
        <source>The hit before (Shift+F3)</source>
        <translation>上一处（Shift+F3）</translation>
    </message>
    <message>
        <source>The next hit (F3)</source>
        <translation>下一处（F3）</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>{0} found</source>
        <translation>找到 {0} 处</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0}/{1}</translation>
    </message>
    <message>
        <source>{0}, came around</source>
        <translation>{0}，已绕回</translation>
    </message>
</context>
<context>
    <name>FramingChoice</name>
    <message>
        <source>A datagram is a message: it needs no framing</source>
        <translation>一个数据报就是一条消息：不需要分帧</translation>
    </message>
    <message>
        <source>JSON documents</source>
        <translation>JSON 文档</translation>
    </message>
    <message>
        <source>Length before each</source>
        <translation>前置长度</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>按行</translation>
    </message>
    <message>
        <source>None: as received</source>
        <translation>无：按收到的原样</translation>
    </message>
    <message>
        <source>Where messages end</source>
        <translation>消息在哪里结束</translation>
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
        <translation>后退（Alt+Left）</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Forward (Alt+Right)</source>
        <translation>前进（Alt+Right）</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>术语表</translation>
    </message>
    <message>
        <source>Nothing found. Try a shorter word, or part of one.</source>
        <translation>没有找到。换一个更短的词，或只输入词的一部分试试。</translation>
    </message>
    <message>
        <source>Search the glossary</source>
        <translation>搜索术语表</translation>
    </message>
    <message>
        <source>The entry</source>
        <translation>条目内容</translation>
    </message>
</context>
<context>
    <name>HandlerForm</name>
    <message>
        <source>Default: {0}.</source>
        <translation>默认：{0}。</translation>
    </message>
    <message>
        <source>From {0:g} to {1:g}.</source>
        <translation>从 {0:g} 到 {1:g}。</translation>
    </message>
    <message>
        <source>Handler</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>Your own code, from {0}. Read and edit it under Code.</source>
        <translation>你自己的代码，来自 {0}。可在“代码”视图中阅读和修改。</translation>
    </message>
    <message>
        <source>{0:g} to {1:g} characters.</source>
        <translation>{0:g} 到 {1:g} 个字符。</translation>
    </message>
</context>
<context>
    <name>HookMenu</name>
    <message>
        <source>Methods of the handler</source>
        <translation>处理器的方法</translation>
    </message>
    <message>
        <source>Methods of the server</source>
        <translation>服务器的方法</translation>
    </message>
    <message>
        <source>Methods to override</source>
        <translation>可重写的方法</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>A datagram of {0} that was lost: the server has read a later one.</source>
        <translation>{0} 的一个数据报丢失了：服务器已经读到了更晚的数据报。</translation>
    </message>
    <message>
        <source>Click a bar to see what it is.</source>
        <translation>点击一根条，看看它是什么。</translation>
    </message>
    <message>
        <source>Ctrl+wheel or + and - zoom, arrow keys or dragging move, 0 shows all, Shift+drag measures, a double click fills the view with a bar.</source>
        <translation>Ctrl+滚轮或 +、- 键缩放，方向键或拖动来移动，0 键显示全部，Shift+拖动测量时间，双击一根条让它占满视图。</translation>
    </message>
    <message>
        <source>Ended after {0}. Click a bar, or play it again below.</source>
        <translation>历时 {0}，已结束。点击一根条，或在下方重新播放。</translation>
    </message>
    <message>
        <source>Esc lets go of it.</source>
        <translation>按 Esc 取消选择。</translation>
    </message>
    <message>
        <source>Not received: {0} had connected, or sent a datagram, and the server ended before get_request() took it.</source>
        <translation>未被取出：{0} 已经连接或发来了数据报，但 get_request() 还没来得及取出，服务器就结束了。</translation>
    </message>
    <message>
        <source>The thread waits for you: press Next, and it calls {0}().</source>
        <translation>线程在等你：按“下一步”，它就会调用 {0}()。</translation>
    </message>
    <message>
        <source>The {0} asks the kernel for a connection to the server.</source>
        <translation>{0} 请求内核建立到服务器的连接。</translation>
    </message>
    <message>
        <source>The {0} has its connection, from {1}, until one side closes it.</source>
        <translation>{0} 已建立连接（来自 {1}），连接一直保持到其中一方关闭它。</translation>
    </message>
    <message>
        <source>The {0} met an error; its pane says why and what to try.</source>
        <translation>{0} 遇到了错误；它的面板里写着原因和可以怎么办。</translation>
    </message>
    <message>
        <source>got {0}</source>
        <translation>收到 {0}</translation>
    </message>
    <message>
        <source>got {0}: what one recv found, which need not be what one send was.</source>
        <translation>收到 {0}：这是一次 recv 读到的，不一定就是一次 send 发出的。</translation>
    </message>
    <message>
        <source>request {0}</source>
        <translation>请求 {0}</translation>
    </message>
    <message>
        <source>sent {0}</source>
        <translation>发送 {0}</translation>
    </message>
    <message>
        <source>sent {0}: handed to the kernel, which carries them to the other side.</source>
        <translation>发送 {0}：已交给内核，由内核送到另一端。</translation>
    </message>
    <message>
        <source>{0} An error left it.</source>
        <translation>{0} 它因异常而结束。</translation>
    </message>
    <message>
        <source>{0} chosen</source>
        <translation>已选中 {0}</translation>
    </message>
    <message>
        <source>{0} so far</source>
        <translation>已持续 {0}</translation>
    </message>
    <message>
        <source>{0} waits in the kernel: it has connected, or sent a datagram, and get_request() has not taken it yet.</source>
        <translation>{0} 在内核中等待：它已经连接或发来了数据报，但 get_request() 还没有取出。</translation>
    </message>
</context>
<context>
    <name>KernelPane</name>
    <message>
        <source>Asking the operating system…</source>
        <translation>正在询问操作系统…</translation>
    </message>
    <message>
        <source>Nothing to ask about yet.
Start a server: its sockets and queues, its threads and processes appear here, as the operating system sees them.</source>
        <translation>还没有可询问的内容。
启动一个服务器：它的套接字和队列、线程和进程都会出现在这里，就像操作系统看到的那样。</translation>
    </message>
    <message>
        <source>The system cannot be asked about the past: this is now, not the moment chosen.</source>
        <translation>无法向系统询问过去的情况：这里显示的是现在，而不是所选的时刻。</translation>
    </message>
    <message>
        <source>What the operating system says</source>
        <translation>操作系统的说法</translation>
    </message>
</context>
<context>
    <name>LaneCanvas</name>
    <message>
        <source>Lanes: who does what when</source>
        <translation>泳道：谁在什么时候做什么</translation>
    </message>
    <message>
        <source>in this time</source>
        <translation>在这段时间内</translation>
    </message>
    <message>
        <source>{0} more</source>
        <translation>另有 {0} 条</translation>
    </message>
</context>
<context>
    <name>LaneDetails</name>
    <message>
        <source>Connections or datagrams that get_request() has not taken: none yet.</source>
        <translation>get_request() 尚未取出的连接或数据报：还没有。</translation>
    </message>
    <message>
        <source>calls {0}()</source>
        <translation>调用 {0}()</translation>
    </message>
    <message>
        <source>not taken yet</source>
        <translation>尚未取出</translation>
    </message>
    <message>
        <source>port {0}</source>
        <translation>端口 {0}</translation>
    </message>
    <message>
        <source>request {0}</source>
        <translation>请求 {0}</translation>
    </message>
    <message>
        <source>the loop&apos;s thread</source>
        <translation>循环所在的线程</translation>
    </message>
</context>
<context>
    <name>LanesPane</name>
    <message>
        <source>Fit</source>
        <translation>适合窗口</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>跟随</translation>
    </message>
    <message>
        <source>Hide polling</source>
        <translation>隐藏轮询</translation>
    </message>
    <message>
        <source>Keep what happens now in view (F)</source>
        <translation>让正在发生的事保持可见（F）</translation>
    </message>
    <message>
        <source>Nothing has happened yet. Connect a client and send the server a message.</source>
        <translation>还没有发生任何事。连接一个客户端，给服务器发一条消息吧。</translation>
    </message>
    <message>
        <source>Pause view</source>
        <translation>暂停视图</translation>
    </message>
    <message>
        <source>Show a longer time (-, or Ctrl+wheel)</source>
        <translation>显示更长的时间（-，或 Ctrl+滚轮）</translation>
    </message>
    <message>
        <source>Show a shorter time (+, or Ctrl+wheel)</source>
        <translation>显示更短的时间（+，或 Ctrl+滚轮）</translation>
    </message>
    <message>
        <source>Show all of the run (0)</source>
        <translation>显示整次运行（0）</translation>
    </message>
    <message>
        <source>Show polling</source>
        <translation>显示轮询</translation>
    </message>
    <message>
        <source>Start a server, and its threads, its clients and the kernel&apos;s queue appear here as lanes.</source>
        <translation>启动一个服务器，它的线程、客户端和内核的队列就会作为泳道出现在这里。</translation>
    </message>
    <message>
        <source>The server runs on; the view waits</source>
        <translation>服务器继续运行，视图停住不动</translation>
    </message>
    <message>
        <source>What an idle server calls again and again, such as service_actions()</source>
        <translation>服务器空闲时反复进行的调用，例如 service_actions()</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>{0} events to read</source>
        <translation>还有 {0} 个事件待读取</translation>
    </message>
</context>
<context>
    <name>LeftBehindCard</name>
    <message>
        <source>LEFT BEHIND</source>
        <translation>遗留的连接</translation>
    </message>
    <message>
        <source>Nothing. Who closes a TCP connection first leaves a TIME_WAIT here for a minute.</source>
        <translation>没有。先关闭 TCP 连接的一方会在这里留下一个 TIME_WAIT，为时一分钟。</translation>
    </message>
    <message>
        <source>Nothing: only TCP has TIME_WAIT.</source>
        <translation>没有：只有 TCP 才有 TIME_WAIT。</translation>
    </message>
    <message>
        <source>Nothing: only TCP has TIME_WAIT. A Unix server may leave its socket file: see above.</source>
        <translation>没有：只有 TCP 才有 TIME_WAIT。Unix 服务器可能会留下它的套接字文件：见上方。</translation>
    </message>
    <message>
        <source>TIME_WAIT: {0}</source>
        <translation>TIME_WAIT：{0}</translation>
    </message>
    <message>
        <source>The client closed first: only its own port is kept, and a new server can start at once.</source>
        <translation>客户端先关闭：只保留它自己的端口，新的服务器可以立即启动。</translation>
    </message>
    <message>
        <source>The server closed first, so its port is kept: without allow_reuse_address a new server gets “Address already in use” until the time has run out.</source>
        <translation>服务器先关闭，所以它的端口被保留：如果没有设置 allow_reuse_address，在时间用完之前，新的服务器会得到“Address already in use”（地址已被占用）。</translation>
    </message>
    <message>
        <source>This system does not tell.</source>
        <translation>这个系统不提供此信息。</translation>
    </message>
    <message>
        <source>client&apos;s end</source>
        <translation>客户端一端</translation>
    </message>
    <message>
        <source>server&apos;s end</source>
        <translation>服务器一端</translation>
    </message>
    <message>
        <source>{0} not shown</source>
        <translation>{0} 个未显示</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
</context>
<context>
    <name>LessonPane</name>
    <message>
        <source>All lessons…</source>
        <translation>全部课程…</translation>
    </message>
    <message>
        <source>Bring it back for me</source>
        <translation>替我恢复</translation>
    </message>
    <message>
        <source>Choose an answer first: a guess will do.</source>
        <translation>请先选一个答案：猜一个也行。</translation>
    </message>
    <message>
        <source>Choose another lesson</source>
        <translation>选择另一课</translation>
    </message>
    <message>
        <source>Do</source>
        <translation>动手</translation>
    </message>
    <message>
        <source>Do it for me</source>
        <translation>替我完成</translation>
    </message>
    <message>
        <source>Do the steps again</source>
        <translation>重做这些步骤</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>解释</translation>
    </message>
    <message>
        <source>Fold the lesson away, or unfold it</source>
        <translation>折叠或展开课程</translation>
    </message>
    <message>
        <source>Go back to the first of them</source>
        <translation>回到其中的第一步</translation>
    </message>
    <message>
        <source>Go on with the next lesson</source>
        <translation>继续学习下一课</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Leave the lesson; your place is kept</source>
        <translation>离开课程；会记住你学到的位置</translation>
    </message>
    <message>
        <source>Let the program do the steps before this one again</source>
        <translation>让程序把这一步之前的步骤重做一遍</translation>
    </message>
    <message>
        <source>Let the program do this step, in this window</source>
        <translation>让程序在这个窗口中完成这一步</translation>
    </message>
    <message>
        <source>Next lesson</source>
        <translation>下一课</translation>
    </message>
    <message>
        <source>Next ▸</source>
        <translation>下一步 ▸</translation>
    </message>
    <message>
        <source>Predict</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Put a ring around what the step speaks of</source>
        <translation>把这一步说到的东西圈出来</translation>
    </message>
    <message>
        <source>Put this server into the builder</source>
        <translation>把这个服务器填到左侧的设置里</translation>
    </message>
    <message>
        <source>Set it up for me</source>
        <translation>替我设置好</translation>
    </message>
    <message>
        <source>Show it again</source>
        <translation>再次显示</translation>
    </message>
    <message>
        <source>Show me where</source>
        <translation>指给我看</translation>
    </message>
    <message>
        <source>Show one more hint</source>
        <translation>再显示一条提示</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>The lesson&apos;s text</source>
        <translation>课文</translation>
    </message>
    <message>
        <source>The servers and clients of the steps before are not there any more.</source>
        <translation>前面步骤的服务器和客户端已经不在了。</translation>
    </message>
    <message>
        <source>To the next step</source>
        <translation>转到下一步</translation>
    </message>
    <message>
        <source>To the step before</source>
        <translation>转到上一步</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>观察</translation>
    </message>
    <message>
        <source>You have reached the end of this lesson. To try alone:</source>
        <translation>这一课到此结束。请独自试一试：</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0}/{1}</translation>
    </message>
    <message>
        <source>◂ Back</source>
        <translation>◂ 上一步</translation>
    </message>
</context>
<context>
    <name>LessonSession</name>
    <message>
        <source>More has happened than is kept: leave the lesson, and open it again.</source>
        <translation>发生的事太多，记录已存不下：请离开这一课，再重新打开。</translation>
    </message>
    <message>
        <source>Not all of it came about. {0}</source>
        <translation>没有全部实现。{0}</translation>
    </message>
    <message>
        <source>The glossary has no entry {0}.</source>
        <translation>术语表中没有条目 {0}。</translation>
    </message>
</context>
<context>
    <name>LessonShelf</name>
    <message>
        <source>Open a folder of lessons</source>
        <translation>打开课程文件夹</translation>
    </message>
</context>
<context>
    <name>LifeCanvas</name>
    <message>
        <source>meanwhile: {0}</source>
        <translation>在此期间：{0}</translation>
    </message>
    <message>
        <source>{0}() comes from {1}</source>
        <translation>{0}() 来自 {1}</translation>
    </message>
    <message>
        <source>{0}() comes from {1}, in place of {2}</source>
        <translation>{0}() 来自 {1}，代替 {2} 的</translation>
    </message>
</context>
<context>
    <name>LifePane</name>
    <message>
        <source>A REQUEST&apos;S LIFE</source>
        <translation>请求的生命周期</translation>
    </message>
    <message>
        <source>A request&apos;s life</source>
        <translation>请求的生命周期</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类</translation>
    </message>
    <message>
        <source>Start a server on the left: its life, and that of each request, is lit here.</source>
        <translation>在左边启动一个服务器：它和每个请求走到生命周期的哪一步，这里就会亮起来。</translation>
    </message>
    <message>
        <source>THE SERVER&apos;S LIFE</source>
        <translation>服务器的生命周期</translation>
    </message>
    <message>
        <source>The server&apos;s life</source>
        <translation>服务器的生命周期</translation>
    </message>
    <message>
        <source>WHO SUPPLIES EACH HOOK</source>
        <translation>每个钩子由谁提供</translation>
    </message>
    <message>
        <source>Which class supplies each hook</source>
        <translation>每个钩子由哪个类提供</translation>
    </message>
    <message>
        <source>Which class supplies each hook; ◆: it overrides another class&apos;s</source>
        <translation>每个钩子由哪个类提供；◆：它重写了另一个类的方法</translation>
    </message>
    <message>
        <source>Which request&apos;s life is lit</source>
        <translation>显示哪个请求的生命周期</translation>
    </message>
    <message>
        <source>newest request</source>
        <translation>最新的请求</translation>
    </message>
    <message>
        <source>no request yet</source>
        <translation>还没有请求</translation>
    </message>
    <message>
        <source>request </source>
        <translation>请求 </translation>
    </message>
    <message>
        <source>request {0}: {1}</source>
        <translation>请求 {0}：{1}</translation>
    </message>
</context>
<context>
    <name>LifeWords</name>
    <message>
        <source>Stop pressed</source>
        <translation>按下停止</translation>
    </message>
    <message>
        <source>activating</source>
        <translation>激活</translation>
    </message>
    <message>
        <source>being accepted</source>
        <translation>正在接受</translation>
    </message>
    <message>
        <source>being closed</source>
        <translation>正在关闭</translation>
    </message>
    <message>
        <source>being handed on</source>
        <translation>正在交给处理器</translation>
    </message>
    <message>
        <source>being verified</source>
        <translation>正在验证</translation>
    </message>
    <message>
        <source>binding</source>
        <translation>绑定地址</translation>
    </message>
    <message>
        <source>connections shut</source>
        <translation>连接已关断</translation>
    </message>
    <message>
        <source>died</source>
        <translation>意外终止</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>in finish()</source>
        <translation>在 finish() 中</translation>
    </message>
    <message>
        <source>in handle()</source>
        <translation>在 handle() 中</translation>
    </message>
    <message>
        <source>in its own process</source>
        <translation>在自己的进程中</translation>
    </message>
    <message>
        <source>in its own thread</source>
        <translation>在自己的线程中</translation>
    </message>
    <message>
        <source>in setup()</source>
        <translation>在 setup() 中</translation>
    </message>
    <message>
        <source>kill</source>
        <translation>强制结束</translation>
    </message>
    <message>
        <source>killed</source>
        <translation>已被终止</translation>
    </message>
    <message>
        <source>listening</source>
        <translation>正在监听</translation>
    </message>
    <message>
        <source>loop ended</source>
        <translation>循环已结束</translation>
    </message>
    <message>
        <source>loop returned</source>
        <translation>循环返回</translation>
    </message>
    <message>
        <source>making a handler</source>
        <translation>正在创建处理器</translation>
    </message>
    <message>
        <source>new process</source>
        <translation>新进程</translation>
    </message>
    <message>
        <source>new thread</source>
        <translation>新线程</translation>
    </message>
    <message>
        <source>no start</source>
        <translation>未能启动</translation>
    </message>
    <message>
        <source>not seen yet</source>
        <translation>尚未看到</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>尚未启动</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>saying goodbye</source>
        <translation>正在告别</translation>
    </message>
    <message>
        <source>server closed</source>
        <translation>服务器已关闭</translation>
    </message>
    <message>
        <source>shutdown called</source>
        <translation>已调用 shutdown</translation>
    </message>
    <message>
        <source>sockets shut</source>
        <translation>套接字已关断</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>正在停止</translation>
    </message>
    <message>
        <source>the call returns</source>
        <translation>调用返回</translation>
    </message>
</context>
<context>
    <name>ListeningCard</name>
    <message>
        <source>1 client is connected and waits for accept(): it can send, but nobody reads yet.</source>
        <translation>1 个客户端已连接，正在等待 accept()：它可以发送，但还没有人读取。</translation>
    </message>
    <message>
        <source>A datagram of {0} is the next to be read.</source>
        <translation>下一个要读取的数据报大小为 {0}。</translation>
    </message>
    <message>
        <source>All {0} places are taken. The next client gets no answer and asks again, until one is free.</source>
        <translation>全部 {0} 个位置都已占满。下一个客户端得不到回应，会一再重试，直到有空位。</translation>
    </message>
    <message>
        <source>DATAGRAM SOCKET</source>
        <translation>数据报套接字</translation>
    </message>
    <message>
        <source>LISTENING SOCKET</source>
        <translation>监听套接字</translation>
    </message>
    <message>
        <source>Nobody waits: who connects is accepted at once.</source>
        <translation>没有人在等待：谁来连接，都会立即被接受。</translation>
    </message>
    <message>
        <source>Nothing waits: every datagram that came has been read.</source>
        <translation>没有数据报在等待：到达的都已读取。</translation>
    </message>
    <message>
        <source>Receive queue: {0} of about {1}.</source>
        <translation>接收队列：已占用 {0}，总共约 {1}。</translation>
    </message>
    <message>
        <source>Socket file {0}: it is there, and somebody listens.</source>
        <translation>套接字文件 {0}：文件存在，并且有人在监听。</translation>
    </message>
    <message>
        <source>Socket file {0}: left over; nobody listens at it. It must be removed before a server can bind there.</source>
        <translation>套接字文件 {0}：是以前遗留的，没有人在监听。要先删除它，服务器才能绑定到那里。</translation>
    </message>
    <message>
        <source>Socket file {0}: something else stands there.</source>
        <translation>套接字文件 {0}：那里是别的东西，不是套接字。</translation>
    </message>
    <message>
        <source>Socket file {0}: there is none.</source>
        <translation>套接字文件 {0}：不存在。</translation>
    </message>
    <message>
        <source>Socket file {0}: we may not look.</source>
        <translation>套接字文件 {0}：没有权限查看。</translation>
    </message>
    <message>
        <source>The only socket of the server: all messages of all clients come through it.</source>
        <translation>服务器唯一的套接字：所有客户端的所有消息都经过它。</translation>
    </message>
    <message>
        <source>The process runs, but nobody can connect: it is starting, or stopping.</source>
        <translation>进程在运行，但还没有人能连接：它正在启动，或正在停止。</translation>
    </message>
    <message>
        <source>The server&apos;s process is gone. Below is what it has left behind.</source>
        <translation>服务器的进程已经消失。下面是它遗留的东西。</translation>
    </message>
    <message>
        <source>The socket that bind() and listen() made. It carries no messages: accept() gives a new socket for each client.</source>
        <translation>经过 bind() 和 listen() 的套接字。它不传送消息：accept() 会为每个客户端另外生成一个套接字。</translation>
    </message>
    <message>
        <source>This system does not tell what waits to be read.</source>
        <translation>这个系统不会告知有什么在等待读取。</translation>
    </message>
    <message>
        <source>This system does not tell who waits in the accept queue.</source>
        <translation>这个系统不会告知谁在等待接受的队列里。</translation>
    </message>
    <message>
        <source>accept queue: {0} of {1} · backlog {2}</source>
        <translation>等待接受的队列：{0}/{1} · 监听队列长度 {2}</translation>
    </message>
    <message>
        <source>dropped: {0}</source>
        <translation>已丢弃：{0}</translation>
    </message>
    <message>
        <source>inode {0}</source>
        <translation>inode {0}</translation>
    </message>
    <message>
        <source>no socket is bound</source>
        <translation>没有绑定套接字</translation>
    </message>
    <message>
        <source>nobody listens</source>
        <translation>没有人在监听</translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <translation>{0}（{1}）</translation>
    </message>
    <message>
        <source>{0} clients are connected and wait for accept(): they can send, but nobody reads yet.</source>
        <translation>{0} 个客户端已连接，正在等待 accept()：它们可以发送，但还没有人读取。</translation>
    </message>
    <message>
        <source>{0} datagrams were dropped: they came while the receive queue was full. Nobody is told; UDP promises nothing.</source>
        <translation>{0} 个数据报被丢弃：它们到达时接收队列已满。谁也不会得到通知；UDP 什么都不保证。</translation>
    </message>
    <message>
        <source>{0} of about {1} of memory hold datagrams that nobody has read yet; the system counts its own needs too.</source>
        <translation>约 {1} 的内存中，有 {0} 存放着还没有人读取的数据报；系统自己的开销也计算在内。</translation>
    </message>
</context>
<context>
    <name>LogPane</name>
    <message>
        <source>Clear filters</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Copied {0} of {1} rows.</source>
        <translation>已复制 {0} 行，共 {1} 行。</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>复制行</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>跟随</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>每行一个 JSON (*.jsonl)</translation>
    </message>
    <message>
        <source>Keep the newest event in view</source>
        <translation>让最新的事件保持可见</translation>
    </message>
    <message>
        <source>Looking through {0} events…</source>
        <translation>正在 {0} 个事件中查找…</translation>
    </message>
    <message>
        <source>Not saved: {0}. Take another folder, or make room, and save again.</source>
        <translation>保存失败：{0}。请换一个文件夹，或者腾出空间，再保存一次。</translation>
    </message>
    <message>
        <source>Nothing has happened yet.
Send the server a message, and look here.</source>
        <translation>还什么都没有发生。
给服务器发送一条消息，再看这里。</translation>
    </message>
    <message>
        <source>Nothing has happened yet.
Start a server, then a client: calls, bytes and threads appear here, in order.</source>
        <translation>还什么都没有发生。
启动一个服务器，再打开一个客户端：调用、字节和线程会按顺序出现在这里。</translation>
    </message>
    <message>
        <source>Of {0} events none passes the filters.</source>
        <translation>{0} 个事件中，没有一个符合筛选条件。</translation>
    </message>
    <message>
        <source>Pause view</source>
        <translation>暂停视图</translation>
    </message>
    <message>
        <source>Save all events of this run: JSON lines, or a table for a spreadsheet</source>
        <translation>保存这次运行的全部事件：每行一个 JSON，或电子表格用的表格</translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>保存日志</translation>
    </message>
    <message>
        <source>Saved as {0}</source>
        <translation>已保存为 {0}</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Saving: {0} events</source>
        <translation>正在保存：{0} 个事件</translation>
    </message>
    <message>
        <source>Show only this request</source>
        <translation>只看这个请求</translation>
    </message>
    <message>
        <source>Table for a spreadsheet (*.csv)</source>
        <translation>电子表格用的表格 (*.csv)</translation>
    </message>
    <message>
        <source>The server runs on; the view waits</source>
        <translation>视图停住不动，服务器继续运行</translation>
    </message>
    <message>
        <source>paused, {0} new</source>
        <translation>已暂停，新增 {0} 个</translation>
    </message>
    <message>
        <source>{0} not shown</source>
        <translation>{0} 个未显示</translation>
    </message>
    <message>
        <source>{0} of the oldest events were forgotten, because memory is limited.
{1} events were more than the server&apos;s process could hand on.</source>
        <translation>内存有限，最早的 {0} 个事件已不再保留。
另有 {1} 个事件，服务器的进程来不及传出。</translation>
    </message>
    <message>
        <source>{0} of {1} events</source>
        <translation>{0}/{1} 个事件</translation>
    </message>
    <message>
        <source>{1} events</source>
        <translation>{1} 个事件</translation>
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
        <translation>连接</translation>
    </message>
    <message>
        <source>Framing</source>
        <translation>分帧</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>JSON documents</source>
        <translation>JSON 文档</translation>
    </message>
    <message>
        <source>Length before each message</source>
        <translation>消息前加长度</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>按行</translation>
    </message>
    <message>
        <source>New client</source>
        <translation>新建客户端</translation>
    </message>
    <message>
        <source>Nobody can answer such a client: bind() is left out.</source>
        <translation>谁也无法回复这样的客户端：它不调用 bind()。</translation>
    </message>
    <message>
        <source>None: chunks as they come</source>
        <translation>不分帧：按片段显示</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>TCP</source>
        <translation>TCP</translation>
    </message>
    <message>
        <source>Talk to any server, in this program or elsewhere.</source>
        <translation>与任意服务器通信，不论它在本程序里还是在别处。</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>传输</translation>
    </message>
    <message>
        <source>Type the path of the server&apos;s socket file first.</source>
        <translation>请先输入服务器的套接字文件路径。</translation>
    </message>
    <message>
        <source>Type the server&apos;s host first.</source>
        <translation>请先输入服务器的主机。</translation>
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
    <message>
        <source>Without an address of its own</source>
        <translation>没有自己的地址</translation>
    </message>
</context>
<context>
    <name>OlderBar</name>
    <message>
        <source>Back to the newest</source>
        <translation>回到最新</translation>
    </message>
    <message>
        <source>Read them again from the run&apos;s events</source>
        <translation>从这次运行的事件中重新读取</translation>
    </message>
    <message>
        <source>Show older</source>
        <translation>显示更早的</translation>
    </message>
    <message>
        <source>Show the last lines again</source>
        <translation>重新显示最近的行</translation>
    </message>
</context>
<context>
    <name>OptionsForm</name>
    <message>
        <source> and </source>
        <translation> 和 </translation>
    </message>
    <message>
        <source>Default: {0}.</source>
        <translation>默认值：{0}。</translation>
    </message>
    <message>
        <source>From {0:g} to {1:g}.</source>
        <translation>范围：{0:g} 到 {1:g}。</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>Only for {0}.</source>
        <translation>仅用于 {0}。</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Serves one request a call, again and again; only here does timeout count.</source>
        <translation>一次又一次地调用，每次处理一个请求；只有这样 timeout 才起作用。</translation>
    </message>
    <message>
        <source>Serves until shutdown() is called.</source>
        <translation>一直处理请求，直到 shutdown() 被调用。</translation>
    </message>
    <message>
        <source>The call that runs the server. Default: serve_forever().</source>
        <translation>运行服务器的调用。默认值：serve_forever()。</translation>
    </message>
    <message>
        <source>The library&apos;s other knobs, each with its default.</source>
        <translation>库的其他可调项，各有默认值。</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
</context>
<context>
    <name>Outgoing</name>
    <message>
        <source>&quot;{0}&quot; is no hex digit: 0 to 9 and A to F are.</source>
        <translation>“{0}”不是十六进制数字：只能用 0 到 9 和 A 到 F。</translation>
    </message>
    <message>
        <source>One hex digit is missing: a byte has two.</source>
        <translation>缺少一个十六进制数字：每个字节要写两位。</translation>
    </message>
    <message>
        <source>Too long: a message may have at most 4 MB.</source>
        <translation>太长了：一条消息最多 4 MB。</translation>
    </message>
    <message>
        <source>Type a JSON document first, for example {&quot;Say&quot;: &quot;HELLO&quot;}.</source>
        <translation>请先输入一个 JSON 文档，例如 {&quot;Say&quot;: &quot;HELLO&quot;}。</translation>
    </message>
</context>
<context>
    <name>OutputView</name>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Output of the server&apos;s code</source>
        <translation>服务器代码的输出</translation>
    </message>
    <message>
        <source>Req.</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Time, ms</source>
        <translation>时间 ms</translation>
    </message>
</context>
<context>
    <name>OverrideButton</name>
    <message>
        <source>Override a method</source>
        <translation>重写方法</translation>
    </message>
    <message>
        <source>Put a method of the library&apos;s in, to change it</source>
        <translation>放入库的一个方法，供你修改</translation>
    </message>
</context>
<context>
    <name>PaceBar</name>
    <message>
        <source>How long slow motion waits before each hook</source>
        <translation>慢动作在每个钩子之前等多久</translation>
    </message>
    <message>
        <source>Let the one that has waited longest go on to its next hook</source>
        <translation>让等得最久的线程或进程继续，直到它的下一个钩子</translation>
    </message>
    <message>
        <source>Next ▸</source>
        <translation>下一步 ▸</translation>
    </message>
    <message>
        <source>No hook is due: open or close a client</source>
        <translation>没有钩子等着运行：请打开或关闭一个客户端</translation>
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
        <translation>下一个服务器会在每个钩子之前停下等待</translation>
    </message>
    <message>
        <source>Wait a moment before each hook</source>
        <translation>在每个钩子之前稍等片刻</translation>
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
        <translation>与这个服务器配套的客户端，可以阅读和导出带走</translation>
    </message>
    <message>
        <source>The server&apos;s program: change it, and run it</source>
        <translation>服务器的程序：可以修改并运行</translation>
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
        <translation>点击一个片段，看看它来自哪次调用；用方向键可以在片段之间移动。</translation>
    </message>
    <message>
        <source>The bytes of the chosen piece</source>
        <translation>所选片段的字节</translation>
    </message>
    <message>
        <source>… and more, {0} bytes in all</source>
        <translation>…还有更多，共 {0} 个字节</translation>
    </message>
</context>
<context>
    <name>ProblemLine</name>
    <message>
        <source>Go to line {0}: {1}</source>
        <translation>转到第 {0} 行：{1}</translation>
    </message>
    <message>
        <source>Go to that line</source>
        <translation>转到那一行</translation>
    </message>
    <message>
        <source>Line {0}</source>
        <translation>第 {0} 行</translation>
    </message>
</context>
<context>
    <name>ProcessesCard</name>
    <message>
        <source>A process, or a thread in it.</source>
        <translation>一个进程，或其中的一个线程。</translation>
    </message>
    <message>
        <source>A thread of the server&apos;s.</source>
        <translation>服务器的一个线程。</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>How long it has computed in all.</source>
        <translation>总共计算了多长时间。</translation>
    </message>
    <message>
        <source>How much of one CPU it took since the last look.</source>
        <translation>自上次查看以来，占用了一个 CPU 的多少。</translation>
    </message>
    <message>
        <source>It runs the handler of one request, and then the child ends.</source>
        <translation>它运行一个请求的处理器，然后子进程就结束。</translation>
    </message>
    <message>
        <source>It waits for what the window says, so that Stop works whatever the server does.</source>
        <translation>它等待窗口的指令，所以不管服务器在做什么，“停止”都有效。</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Memory that it has in use; parts may be shared with other processes.</source>
        <translation>它正在使用的内存；其中一部分可能与其他进程共享。</translation>
    </message>
    <message>
        <source>None of the server&apos;s: it belongs to the lab, which tells the window what happens, or a handler has made it.</source>
        <translation>不是服务器的线程：要么属于实验室，用来告诉窗口发生了什么；要么是处理器创建的。</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>PROCESSES AND THREADS</source>
        <translation>进程与线程</translation>
    </message>
    <message>
        <source>Processes and threads</source>
        <translation>进程与线程</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>The process is gone.</source>
        <translation>进程已经消失。</translation>
    </message>
    <message>
        <source>The server has a process of its own. A threading server adds a thread for each request, a forking server a child process.</source>
        <translation>服务器有自己的进程。多线程服务器为每个请求增加一个线程，多进程服务器则增加一个子进程。</translation>
    </message>
    <message>
        <source>The system&apos;s number: pid of a process, native_id of a thread.</source>
        <translation>系统给的编号：进程的 pid，线程的 native_id。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>What it is doing.</source>
        <translation>它正在做什么。</translation>
    </message>
    <message>
        <source>child</source>
        <translation>子进程</translation>
    </message>
    <message>
        <source>main thread</source>
        <translation>主线程</translation>
    </message>
    <message>
        <source>other thread</source>
        <translation>其他线程</translation>
    </message>
    <message>
        <source>server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>{0}  waits {1}</source>
        <translation>{0}  {1}</translation>
    </message>
    <message>
        <source>{0} child</source>
        <translation>{0} 个子进程</translation>
    </message>
    <message>
        <source>{0} children</source>
        <translation>{0} 个子进程</translation>
    </message>
    <message>
        <source>{0} not shown</source>
        <translation>{0} 行未显示</translation>
    </message>
    <message>
        <source>{0} thread</source>
        <translation>{0} 个线程</translation>
    </message>
    <message>
        <source>{0} threads</source>
        <translation>{0} 个线程</translation>
    </message>
    <message>
        <source>{0} threads, {1} descriptors</source>
        <translation>线程：{0}，描述符：{1}</translation>
    </message>
    <message>
        <source>{0} zombie</source>
        <translation>{0} 个僵尸进程</translation>
    </message>
    <message>
        <source>{0} zombies</source>
        <translation>{0} 个僵尸进程</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
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
        <translation>播放的速度</translation>
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
        <translation>显示的时刻</translation>
    </message>
    <message>
        <source>This run has ended: go to its end. It can still be played again and looked through.</source>
        <translation>这次运行已经结束：转到结尾。仍然可以重新播放和查看。</translation>
    </message>
    <message>
        <source>To the event before (Left)</source>
        <translation>到上一个事件（左方向键）</translation>
    </message>
    <message>
        <source>To the next event (Right)</source>
        <translation>到下一个事件（右方向键）</translation>
    </message>
    <message>
        <source>ended · {0} s</source>
        <translation>已结束 · {0} 秒</translation>
    </message>
    <message>
        <source>live · {0} s</source>
        <translation>实时 · {0} 秒</translation>
    </message>
    <message>
        <source>{0} of {1} s</source>
        <translation>{0}/{1} 秒</translation>
    </message>
</context>
<context>
    <name>Restarting</name>
    <message>
        <source>The new program was tried out, and failed. It said:</source>
        <translation>新程序试运行失败，它的输出是：</translation>
    </message>
    <message>
        <source>{0} runs by itself, so its lines have run twice for this restart: once beside the old server, to see whether they fail, and now in its place. So it is with each restart.</source>
        <translation>{0} 自己运行自己，所以这次重启时它的代码运行了两遍：先在旧服务器旁边试运行，看会不会出错，现在再正式取代它。每次重启都是这样。</translation>
    </message>
</context>
<context>
    <name>SaveExperiment</name>
    <message>
        <source>&amp;Check that the same replies come again</source>
        <translation>检查是否收到同样的回复(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>另存为(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>标题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;What it shows, for whoever opens it</source>
        <translation>说明：它展示什么，给打开它的人看(&amp;W)</translation>
    </message>
    <message>
        <source>Save experiment</source>
        <translation>保存实验</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>What it shows</source>
        <translation>它展示什么</translation>
    </message>
    <message>
        <source>With a t&amp;ranscript of what was said and heard</source>
        <translation>附上收发内容的记录(&amp;R)</translation>
    </message>
</context>
<context>
    <name>ServerCard</name>
    <message>
        <source>+ Client</source>
        <translation>+ 客户端</translation>
    </message>
    <message>
        <source>Copied ✓</source>
        <translation>已复制 ✓</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>复制地址</translation>
    </message>
    <message>
        <source>Open a new client to this server</source>
        <translation>新建连到这个服务器的客户端</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Start the same server again</source>
        <translation>再启动一次同样的服务器</translation>
    </message>
    <message>
        <source>Stop this server</source>
        <translation>停止这个服务器</translation>
    </message>
    <message>
        <source>Take this server out of the list</source>
        <translation>把这个服务器从列表中移除</translation>
    </message>
    <message>
        <source>pid {0}</source>
        <translation>pid {0}</translation>
    </message>
    <message>
        <source>selected</source>
        <translation>已选中</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>{0} child</source>
        <translation>{0} 个子进程</translation>
    </message>
    <message>
        <source>{0} children</source>
        <translation>{0} 个子进程</translation>
    </message>
    <message>
        <source>{0} error</source>
        <translation>{0} 个错误</translation>
    </message>
    <message>
        <source>{0} errors</source>
        <translation>{0} 个错误</translation>
    </message>
    <message>
        <source>{0} events not shown</source>
        <translation>{0} 个事件未显示</translation>
    </message>
    <message>
        <source>{0} request</source>
        <translation>{0} 个请求</translation>
    </message>
    <message>
        <source>{0} requests</source>
        <translation>{0} 个请求</translation>
    </message>
    <message>
        <source>{0} thread</source>
        <translation>{0} 个线程</translation>
    </message>
    <message>
        <source>{0} threads</source>
        <translation>{0} 个线程</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
    <message>
        <source>■ Stop</source>
        <translation>■ 停止</translation>
    </message>
    <message>
        <source>▶ Start again</source>
        <translation>▶ 重新启动</translation>
    </message>
</context>
<context>
    <name>ServersPane</name>
    <message>
        <source>No server yet. Choose one above and press Start.</source>
        <translation>还没有服务器。在上方选择一种，再按“启动服务器”。</translation>
    </message>
    <message>
        <source>SERVERS</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>服务器列表</translation>
    </message>
</context>
<context>
    <name>StreamRuler</name>
    <message>
        <source>borders unknown</source>
        <translation>边界未知</translation>
    </message>
    <message>
        <source>message {0}</source>
        <translation>消息 {0}</translation>
    </message>
    <message>
        <source>no message</source>
        <translation>不是消息</translation>
    </message>
    <message>
        <source>not received</source>
        <translation>未收到</translation>
    </message>
    <message>
        <source>unfinished</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>zoom in to read the bytes, or click a piece</source>
        <translation>放大即可看清字节，也可以点击片段</translation>
    </message>
    <message>
        <source>{0} not received</source>
        <translation>未收到 {0}</translation>
    </message>
</context>
<context>
    <name>SupplyList</name>
    <message>
        <source>instead of {0}</source>
        <translation>代替 {0}</translation>
    </message>
</context>
<context>
    <name>TextBlock</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
</context>
<context>
    <name>TextWindow</name>
    <message>
        <source>Copy all</source>
        <translation>复制全部</translation>
    </message>
    <message>
        <source>The first {0} of {1} characters</source>
        <translation>前 {0} 个字符，共 {1} 个</translation>
    </message>
    <message>
        <source>The whole text</source>
        <translation>全文</translation>
    </message>
    <message>
        <source>{0} characters</source>
        <translation>{0} 个字符</translation>
    </message>
</context>
<context>
    <name>Ticks</name>
    <message>
        <source>Looking for:</source>
        <translation>等待发生：</translation>
    </message>
</context>
<context>
    <name>ToolRow</name>
    <message>
        <source>Copy the whole program in front</source>
        <translation>复制眼前的整个程序</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Go back to the program that the choices mean (Ctrl+Z undoes it)</source>
        <translation>回到下拉列表所对应的程序（Ctrl+Z 可以撤销）</translation>
    </message>
    <message>
        <source>Open a server of your own</source>
        <translation>打开自己的服务器</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Write server.py and client.py, which need only Python</source>
        <translation>把 server.py 和 client.py 写入文件夹，它们只需要 Python</translation>
    </message>
</context>
<context>
    <name>Transcript</name>
    <message>
        <source>{0} earlier messages not shown</source>
        <translation>更早的 {0} 条消息未显示</translation>
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
        <source>It imports from its folder: {0}. They run with it, so you are asked about them, too, and they stand below it. What it may import by a name that it makes up while it runs is not among them.</source>
        <translation>它从自己所在的文件夹导入：{0}。它们会和它一起运行，所以也会一并询问你，内容列在它的下面。程序运行时才拼出名称再导入的文件，不在其中。</translation>
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
    <message>
        <source>{0} and {1} more</source>
        <translation>{0}，另外还有 {1} 个</translation>
    </message>
</context>
<context>
    <name>WhatsThis</name>
    <message>
        <source>To the glossary (F1)</source>
        <translation>转到术语表（F1）</translation>
    </message>
</context>
<context>
    <name>_Card</name>
    <message>
        <source>? Not decided yet: what happened so far fits none of the answers.</source>
        <translation>? 还不能判定：到目前为止发生的事，与哪个答案都不符。</translation>
    </message>
    <message>
        <source>? Not decided: do the steps again to see it happen.</source>
        <translation>? 不能判定：请把这些步骤再做一遍，看看会发生什么。</translation>
    </message>
    <message>
        <source>? Not decided: what happened fits more than one answer. Try the steps once more.</source>
        <translation>? 不能判定：发生的事符合不止一个答案。请把这些步骤再试一遍。</translation>
    </message>
    <message>
        <source>What happened: {0}</source>
        <translation>实际发生：{0}</translation>
    </message>
    <message>
        <source>You made no prediction here.</source>
        <translation>这里你没有预测。</translation>
    </message>
    <message>
        <source>You predicted: {0}</source>
        <translation>你的预测：{0}</translation>
    </message>
    <message>
        <source>≠ It went another way than you predicted: this is where one learns most.</source>
        <translation>≠ 结果和你预测的不同：这正是学得最多的地方。</translation>
    </message>
    <message>
        <source>✓ It went as you predicted.</source>
        <translation>✓ 结果和你预测的一样。</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>Has happened: {0}</source>
        <translation>已发生：{0}</translation>
    </message>
    <message>
        <source>Has not happened yet: {0}</source>
        <translation>尚未发生：{0}</translation>
    </message>
</context>
<context>
    <name>bytes_view</name>
    <message>
        <source>1 character cut</source>
        <translation>1 个字符被截断</translation>
    </message>
    <message>
        <source>1 datagram</source>
        <translation>1 个数据报</translation>
    </message>
    <message>
        <source>1 message</source>
        <translation>1 条消息</translation>
    </message>
    <message>
        <source>1 recv</source>
        <translation>1 次 recv</translation>
    </message>
    <message>
        <source>1 send</source>
        <translation>1 次发送</translation>
    </message>
    <message>
        <source>A Unix stream</source>
        <translation>Unix 流</translation>
    </message>
    <message>
        <source>A datagram longer than the receiver asks for is cut: of {0} only the first {1} came, the rest is gone (max_packet_size).</source>
        <translation>数据报比接收方要求的长，就会被截断：{0} 只收到前 {1}，其余部分丢失了（max_packet_size）。</translation>
    </message>
    <message>
        <source>A stream</source>
        <translation>流</translation>
    </message>
    <message>
        <source>Client {0}: {1}() returned {2}, at {3} ms.</source>
        <translation>客户端 {0}：{1}() 在 {3} ms 时返回了 {2}。</translation>
    </message>
    <message>
        <source>Client {0}: {1}() sent {2}, at {3} ms.</source>
        <translation>客户端 {0}：{1}() 在 {3} ms 时发送了 {2}。</translation>
    </message>
    <message>
        <source>Its first {0} are kept; the rest is hatched.</source>
        <translation>只保留了前 {0}，其余部分用斜纹表示。</translation>
    </message>
    <message>
        <source>One send, one datagram, one receive: a datagram keeps its borders, or is lost as a whole.</source>
        <translation>一次发送，一个数据报，一次接收：数据报要么保持边界，要么整个丢失。</translation>
    </message>
    <message>
        <source>Server, request {4}: {0}() returned {1} at {2} ms; it took {3} ms.</source>
        <translation>服务器，请求 {4}：{0}() 在 {2} ms 时返回了 {1}，用时 {3} ms。</translation>
    </message>
    <message>
        <source>Server, request {4}: {0}() sent {1}; it was called at {2} ms and took {3} ms.</source>
        <translation>服务器，请求 {4}：{0}() 发送了 {1}；它在 {2} ms 时被调用，用时 {3} ms。</translation>
    </message>
    <message>
        <source>So are {0} more.</source>
        <translation>还有 {0} 个字符也是这样。</translation>
    </message>
    <message>
        <source>TCP</source>
        <translation>TCP</translation>
    </message>
    <message>
        <source>The oldest events are forgotten: offsets may not count from the beginning.</source>
        <translation>最早的事件已不再保留：偏移量可能不是从头算起的。</translation>
    </message>
    <message>
        <source>a character</source>
        <translation>一个字符</translation>
    </message>
    <message>
        <source>a stranger</source>
        <translation>外部客户端</translation>
    </message>
    <message>
        <source>a stranger: its calls are not seen, only the server&apos;s</source>
        <translation>外部客户端：看不到它的调用，只能看到服务器的</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>no bytes yet</source>
        <translation>还没有字节</translation>
    </message>
    <message>
        <source>no datagrams yet</source>
        <translation>还没有数据报</translation>
    </message>
    <message>
        <source>not accepted yet</source>
        <translation>尚未接受</translation>
    </message>
    <message>
        <source>not accepted yet: the connection waits in the kernel&apos;s queue</source>
        <translation>尚未接受：连接正在内核的队列中等待</translation>
    </message>
    <message>
        <source>request {0}</source>
        <translation>请求 {0}</translation>
    </message>
    <message>
        <source>server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>{0} at byte {1} is cut in half: a recv ended between its {2} bytes. Decode only whole messages.</source>
        <translation>字节 {1} 处的 {0} 被截成了两半：一次 recv 结束在它的 {2} 个字节中间。请只解码完整的消息。</translation>
    </message>
    <message>
        <source>{0} characters cut</source>
        <translation>{0} 个字符被截断</translation>
    </message>
    <message>
        <source>{0} cut</source>
        <translation>{0} 个被截断</translation>
    </message>
    <message>
        <source>{0} datagrams</source>
        <translation>{0} 个数据报</translation>
    </message>
    <message>
        <source>{0} events did not reach the window: calls may be missing here, and offsets may be too low.</source>
        <translation>{0} 个事件没有到达窗口：这里可能缺少一些调用，偏移量也可能偏小。</translation>
    </message>
    <message>
        <source>{0} lost</source>
        <translation>{0} 个丢失</translation>
    </message>
    <message>
        <source>{0} messages</source>
        <translation>{0} 条消息</translation>
    </message>
    <message>
        <source>{0} not received yet</source>
        <translation>{0} 个尚未收到</translation>
    </message>
    <message>
        <source>{0} of {1} datagrams did not arrive: nobody sends a lost datagram again.</source>
        <translation>{1} 个数据报中有 {0} 个没有到达：丢失的数据报没有人会重发。</translation>
    </message>
    <message>
        <source>{0} received</source>
        <translation>收到 {0} 个</translation>
    </message>
    <message>
        <source>{0} recvs</source>
        <translation>{0} 次 recv</translation>
    </message>
    <message>
        <source>{0} sends</source>
        <translation>{0} 次发送</translation>
    </message>
    <message>
        <source>{0} sent</source>
        <translation>发送 {0} 个</translation>
    </message>
    <message>
        <source>{0} {1}</source>
        <translation>{0}{1}</translation>
    </message>
    <message>
        <source>{0}: here each recv got what one send had sent. {1} does not promise that.</source>
        <translation>{0}：这里每次 recv 恰好收到一次发送的内容。{1} 并不保证这一点。</translation>
    </message>
    <message>
        <source>{0}: {1} keeps the order of bytes, not the borders of messages.</source>
        <translation>{0}：{1} 保持字节的顺序，但不保留消息的边界。</translation>
    </message>
    <message>
        <source>{0}: {1} not received, or not yet.</source>
        <translation>{0}：还有 {1} 没有收到，也许稍后会到。</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>    … and more, which is not told.</source>
        <translation>    …还有更多，不再列出。</translation>
    </message>
    <message>
        <source>&quot;{handler}&quot; has no such option; it has: {allowed}.</source>
        <translation>“{handler}”没有这样的选项；它有：{allowed}。</translation>
    </message>
    <message>
        <source>&quot;{handler}&quot; has nothing for datagrams; these have: {handlers}.</source>
        <translation>“{handler}”不能处理数据报；能处理的有：{handlers}。</translation>
    </message>
    <message>
        <source>&quot;{handler}&quot; has nothing for streams; these have: {handlers}.</source>
        <translation>“{handler}”不能处理流；能处理的有：{handlers}。</translation>
    </message>
    <message>
        <source>&quot;{host}&quot; has no {version} address, and this server speaks {version}.</source>
        <translation>“{host}”没有 {version} 地址，而这个服务器使用 {version}。</translation>
    </message>
    <message>
        <source>&quot;{host}&quot; stands for all addresses of this machine</source>
        <translation>“{host}”代表本机的所有地址</translation>
    </message>
    <message>
        <source>1 byte</source>
        <translation>1 个字节</translation>
    </message>
    <message>
        <source>1 event was too many to hand on; tracebacks may be among them</source>
        <translation>有 1 个事件来不及传过来；其中可能有回溯信息</translation>
    </message>
    <message>
        <source>A TCP server in ten lines</source>
        <translation>十行代码的 TCP 服务器</translation>
    </message>
    <message>
        <source>A UDP datagram goes as a whole or not at all, and holds at most {limit} bytes (some systems allow less).</source>
        <translation>UDP 数据报要么整个发出，要么完全不发，最多容纳 {limit} 个字节（有些系统允许的更少）。</translation>
    </message>
    <message>
        <source>A UDP server</source>
        <translation>UDP 服务器</translation>
    </message>
    <message>
        <source>A Unix datagram is never lost on the way: where UDP would drop it, the sender has to wait.</source>
        <translation>Unix 数据报在途中从不丢失：UDP 会丢弃的时候，它的发送方必须等待。</translation>
    </message>
    <message>
        <source>A Unix server makes a file for its socket, so it needs permission to write to the directory.</source>
        <translation>Unix 服务器要为自己的套接字创建一个文件，所以需要对那个目录的写权限。</translation>
    </message>
    <message>
        <source>A Unix server makes a small file for its socket.</source>
        <translation>Unix 服务器要为自己的套接字创建一个小文件。</translation>
    </message>
    <message>
        <source>A Unix server makes its socket file itself, and never replaces what is there.</source>
        <translation>Unix 服务器会自己创建套接字文件，并且从不替换已有的东西。</translation>
    </message>
    <message>
        <source>A Unix server makes its socket file, but not the directory that it is in.</source>
        <translation>Unix 服务器会创建自己的套接字文件，但不会创建它所在的目录。</translation>
    </message>
    <message>
        <source>A block stands further right than the line that begins it.</source>
        <translation>代码块要比它上面开头的那一行缩进得更多。</translation>
    </message>
    <message>
        <source>A client can only connect to the file that a Unix server has made.</source>
        <translation>客户端只能连接到由 Unix 服务器创建的文件。</translation>
    </message>
    <message>
        <source>A client has asked, the system has answered; the third packet of the greeting is missing.</source>
        <translation>客户端已发出请求，系统已应答；还差握手的第三个包。</translation>
    </message>
    <message>
        <source>A client that is refused can connect all the same, for the system accepts it before verify_request() is asked, and then finds the connection closed.</source>
        <translation>被拒绝的客户端照样能连接上，因为系统在询问 verify_request() 之前就接受了它；随后它才发现连接被关闭。</translation>
    </message>
    <message>
        <source>A client whose address lies in one of the ranges is answered; take 127.0.0.0/8 out of the list and try again.</source>
        <translation>地址落在这些范围之一的客户端会得到回复；把 127.0.0.0/8 从列表中去掉，再试一次。</translation>
    </message>
    <message>
        <source>A closed socket can neither send nor receive any more.</source>
        <translation>已关闭的套接字不能再发送，也不能再接收。</translation>
    </message>
    <message>
        <source>A colon is expected here, between a key and its value.</source>
        <translation>这里应该有一个冒号，隔开键和它的值。</translation>
    </message>
    <message>
        <source>A comma is expected here, or a closing bracket.</source>
        <translation>这里应该有一个逗号，或者一个右括号。</translation>
    </message>
    <message>
        <source>A condition has either measure or of.</source>
        <translation>一个条件要么有 measure，要么有 of。</translation>
    </message>
    <message>
        <source>A counter that forgets</source>
        <translation>健忘的计数器</translation>
    </message>
    <message>
        <source>A datagram goes as a whole or not at all, and must fit in the sending socket&apos;s buffer (SO_SNDBUF).</source>
        <translation>数据报要么整个发出，要么完全不发，而且必须放得进发送方套接字的缓冲区（SO_SNDBUF）。</translation>
    </message>
    <message>
        <source>A datagram socket has no connections: it takes what arrives, from anyone.</source>
        <translation>数据报套接字没有连接：谁发来的都收。</translation>
    </message>
    <message>
        <source>A datagram socket stays tied to the one that it connected to, even if a new server makes the same file.</source>
        <translation>数据报套接字始终连着它当初连接的那个套接字，即使有新的服务器创建了同名文件。</translation>
    </message>
    <message>
        <source>A datagram socket that has chosen one peer. Nothing was sent to agree on it.</source>
        <translation>已选定一个对端的数据报套接字。选定时没有为此发送任何内容。</translation>
    </message>
    <message>
        <source>A debugger has stopped it.</source>
        <translation>调试器让它停住了。</translation>
    </message>
    <message>
        <source>A file is a lesson, with steps, or an experiment, with actions.</source>
        <translation>一个文件要么是带 steps 的课程，要么是带 actions 的实验。</translation>
    </message>
    <message>
        <source>A firewall or a security rule forbids it; an address for everybody (broadcast) needs a permission too.</source>
        <translation>防火墙或安全规则禁止这样做；发给所有人的地址（广播）还需要权限。</translation>
    </message>
    <message>
        <source>A folder stands there with the name of one of the files.</source>
        <translation>那里有一个文件夹，和其中一个文件同名。</translation>
    </message>
    <message>
        <source>A handler that does not wait for ever</source>
        <translation>不会一直等下去的处理器</translation>
    </message>
    <message>
        <source>A host alone is not enough: the port says which program on it is meant.</source>
        <translation>只有主机还不够：端口说明要找的是那台主机上的哪个程序。</translation>
    </message>
    <message>
        <source>A key in double quotes is expected here.</source>
        <translation>这里应该有一个用双引号括起来的键。</translation>
    </message>
    <message>
        <source>A lesson ends with something to try alone: alone is missing.</source>
        <translation>课程最后要留一件事让人独自尝试：缺少 alone。</translation>
    </message>
    <message>
        <source>A line that begins a block ends with a colon.</source>
        <translation>开始一个代码块的行要以冒号结尾。</translation>
    </message>
    <message>
        <source>A measure has either of or difference.</source>
        <translation>一个 measure 要么有 of，要么有 difference。</translation>
    </message>
    <message>
        <source>A number is too large: Python&apos;s float ends at about 1.8e308.</source>
        <translation>有个数太大了：Python 的 float 最大约为 1.8e308。</translation>
    </message>
    <message>
        <source>A number is too long: at most {limit} characters are allowed.</source>
        <translation>有个数太长了：最多允许 {limit} 个字符。</translation>
    </message>
    <message>
        <source>A program may have {limit} KiB here.</source>
        <translation>这里的程序最大为 {limit} KiB。</translation>
    </message>
    <message>
        <source>A question has 2 to 12 choices.</source>
        <translation>一个问题要有 2 到 12 个选项。</translation>
    </message>
    <message>
        <source>A running program is using the socket {place}.</source>
        <translation>一个正在运行的程序正在使用套接字{place}。</translation>
    </message>
    <message>
        <source>A security rule forbids it, or the port is set aside for another program.</source>
        <translation>安全规则禁止这样做，或者这个端口已保留给别的程序。</translation>
    </message>
    <message>
        <source>A server can only listen at addresses that belong to the machine it runs on.</source>
        <translation>服务器只能在它所在机器自己的地址上监听。</translation>
    </message>
    <message>
        <source>A server cannot make its socket file where there already is a file; this one has just gone away.</source>
        <translation>已有文件的地方，服务器无法创建套接字文件；那里的文件刚刚又不见了。</translation>
    </message>
    <message>
        <source>A server has a fileno(), so select() can watch two of them and tell which one has a client at the door; the loop is in the last lines, and there is no serve_forever().</source>
        <translation>服务器有 fileno()，所以 select() 可以同时照看两个服务器，并指出哪一个门口有客户端在等；循环写在最后几行，没有用 serve_forever()。</translation>
    </message>
    <message>
        <source>A server has an example or code of its own, not both.</source>
        <translation>一个服务器要么用示例，要么用自己的代码，不能两者都用。</translation>
    </message>
    <message>
        <source>A signal has stopped it; another lets it go on.</source>
        <translation>一个信号让它停住了；另一个信号会让它继续。</translation>
    </message>
    <message>
        <source>A socket speaks either IPv4 (127.0.0.1) or IPv6 (::1), and the address is of the other kind.</source>
        <translation>套接字要么使用 IPv4（127.0.0.1），要么使用 IPv6（::1），而这个地址是另一种。</translation>
    </message>
    <message>
        <source>A socket speaks either IPv4 (127.0.0.1) or IPv6 (::1); address_family decides which.</source>
        <translation>套接字要么使用 IPv4（127.0.0.1），要么使用 IPv6（::1）；由 address_family 决定。</translation>
    </message>
    <message>
        <source>A string must not contain a line break or a tab: write \n or \t.</source>
        <translation>字符串里不能有换行符或制表符：请写成 \n 或\t。</translation>
    </message>
    <message>
        <source>A text begins here, and its closing quote is missing.</source>
        <translation>一个字符串从这里开始，但缺少结尾的引号。</translation>
    </message>
    <message>
        <source>A text begins here, and its three closing quotes are missing.</source>
        <translation>一个字符串从这里开始，但缺少结尾的三个引号。</translation>
    </message>
    <message>
        <source>A thread for each client</source>
        <translation>每个客户端一个线程</translation>
    </message>
    <message>
        <source>A tick needs looking_for: a few words about it.</source>
        <translation>ticks 中的每一项都需要 looking_for：用几个词说明它。</translation>
    </message>
    <message>
        <source>A value is expected here: a string in double quotes, a number, a list, an object, true, false or null.</source>
        <translation>这里应该有一个值：用双引号括起来的字符串、数字、列表、对象、true、false 或 null。</translation>
    </message>
    <message>
        <source>Add the card&apos;s name: {host}%eth0, for instance.</source>
        <translation>加上网卡的名称，例如 {host}%eth0。</translation>
    </message>
    <message>
        <source>Addresses that begin with fe80 exist on every network card, so the card belongs to the address.</source>
        <translation>以 fe80 开头的地址在每块网卡上都有，所以地址里要带上网卡。</translation>
    </message>
    <message>
        <source>After \u come four hexadecimal digits.</source>
        <translation>\u 后面要跟四个十六进制数字。</translation>
    </message>
    <message>
        <source>All of its free ports are in use, or it does not speak the address&apos;s family, or the port is 0.</source>
        <translation>它的空闲端口都已用完，或者它不支持这个地址的地址族，或者端口是 0。</translation>
    </message>
    <message>
        <source>All the ports that it hands out are in use, or remembered in TIME_WAIT.</source>
        <translation>可供分配的端口都在使用中，或者还留在 TIME_WAIT 状态。</translation>
    </message>
    <message>
        <source>An action does exactly one of these: {verbs}.</source>
        <translation>一个动作只能做下面的一件事：{verbs}。</translation>
    </message>
    <message>
        <source>An earlier server closed a connection first; the system keeps its port for about a minute, so that late packets cannot reach the wrong program.</source>
        <translation>之前的服务器先关闭了一个连接；系统会把它的端口保留大约一分钟，以免迟到的包送到别的程序那里。</translation>
    </message>
    <message>
        <source>Another program has UDP port {port}; the two may have to share it.</source>
        <translation>另一个程序占有 UDP 端口 {port}；两者可能只好共用它。</translation>
    </message>
    <message>
        <source>Another user&apos;s program may have it, or it is still in TIME_WAIT after an earlier server.</source>
        <translation>可能是其他用户的程序占用着它，也可能是之前的服务器让它还处于 TIME_WAIT 状态。</translation>
    </message>
    <message>
        <source>Answers with a number that all threads share, and no two processes do.</source>
        <translation>用一个数来回复：所有线程共享这个数，而任何两个进程都不共享。</translation>
    </message>
    <message>
        <source>Ask its owner, or start a server of your own.</source>
        <translation>请询问它的所有者，或者启动你自己的服务器。</translation>
    </message>
    <message>
        <source>Asked to connect, and not answered yet. Where the accept queue is full, it asks again and again.</source>
        <translation>已请求连接，还没有得到应答。如果等待接受的队列已满，它会一再请求。</translation>
    </message>
    <message>
        <source>Bind even if old connections on the port are still in TIME_WAIT (SO_REUSEADDR).</source>
        <translation>即使这个端口上的旧连接还处于 TIME_WAIT 状态，也照样绑定（SO_REUSEADDR）。</translation>
    </message>
    <message>
        <source>Bind the server&apos;s socket to its address.</source>
        <translation>把服务器的套接字绑定到它的地址。</translation>
    </message>
    <message>
        <source>Both ends closed at the same moment.</source>
        <translation>两端在同一时刻关闭了连接。</translation>
    </message>
    <message>
        <source>Both ends have closed; the last confirmation is on its way.</source>
        <translation>两端都已关闭；最后的确认还在路上。</translation>
    </message>
    <message>
        <source>Byte {number} is 0x{value}, which is not UTF-8 text here.</source>
        <translation>第 {number} 个字节是 0x{value}，放在这里不是有效的 UTF-8 文本。</translation>
    </message>
    <message>
        <source>Called when a handler raised an exception, to say so.</source>
        <translation>处理器引发异常时调用，用来报告这件事。</translation>
    </message>
    <message>
        <source>Called when handle_request() has waited in vain until the timeout.</source>
        <translation>handle_request() 一直等到超时也没等到请求时调用。</translation>
    </message>
    <message>
        <source>Change address_family, or take a host of the same kind.</source>
        <translation>修改 address_family，或者换用同一种类的主机。</translation>
    </message>
    <message>
        <source>Change one choice at a time to find the one that it depends on; the default ones work.</source>
        <translation>每次只改动一项选择，找出问题出在哪一项；默认的选择都能用。</translation>
    </message>
    <message>
        <source>Chat room</source>
        <translation>聊天室</translation>
    </message>
    <message>
        <source>Check host and port.</source>
        <translation>请检查主机和端口。</translation>
    </message>
    <message>
        <source>Check the address, see in the log what the server did, and connect again.</source>
        <translation>检查地址，在日志中看看服务器做了什么，然后重新连接。</translation>
    </message>
    <message>
        <source>Check the address; a server on this machine is at 127.0.0.1.</source>
        <translation>请检查地址；本机上的服务器在 127.0.0.1。</translation>
    </message>
    <message>
        <source>Check the network; a server on this machine is at 127.0.0.1.</source>
        <translation>请检查网络；本机上的服务器在 127.0.0.1。</translation>
    </message>
    <message>
        <source>Check the path against the list of servers.</source>
        <translation>请对照服务器列表检查路径。</translation>
    </message>
    <message>
        <source>Check the port; the list of servers shows the one of each.</source>
        <translation>请检查端口；服务器列表中列出了每个服务器的端口。</translation>
    </message>
    <message>
        <source>Check the spelling, or take 127.0.0.1 (only this machine) or 0.0.0.0 (all of its addresses).</source>
        <translation>检查拼写，或者改用 127.0.0.1（仅限本机）或 0.0.0.0（本机的所有地址）。</translation>
    </message>
    <message>
        <source>Check the spelling, or write the address in numbers: 127.0.0.1 is this machine.</source>
        <translation>检查拼写，或者用数字写出地址：127.0.0.1 就是本机。</translation>
    </message>
    <message>
        <source>Checks are for experiments; a lesson&apos;s do steps have ticks.</source>
        <translation>checks 用于实验；课程的 do 步骤用 ticks。</translation>
    </message>
    <message>
        <source>Choose a file whose name ends in .py.</source>
        <translation>请选择名称以 .py 结尾的文件。</translation>
    </message>
    <message>
        <source>Choose a folder of yours.</source>
        <translation>请选择一个属于你自己的文件夹。</translation>
    </message>
    <message>
        <source>Choose a shorter one.</source>
        <translation>请换一个短一些的。</translation>
    </message>
    <message>
        <source>Choose another folder, or let the files be replaced.</source>
        <translation>换一个文件夹，或者允许替换这些文件。</translation>
    </message>
    <message>
        <source>Choose another folder, your own one for instance.</source>
        <translation>换一个文件夹，例如你自己的文件夹。</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>请换一个文件夹。</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>请换一个名称。</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>请另选一个。</translation>
    </message>
    <message>
        <source>Choose it again.</source>
        <translation>请重新选择它。</translation>
    </message>
    <message>
        <source>Clean up; called after handle(), also if that raised an exception.</source>
        <translation>收尾清理；在 handle() 之后调用，即使 handle() 引发了异常也会调用。</translation>
    </message>
    <message>
        <source>Close some clients, or check the address.</source>
        <translation>关闭一些客户端，或者检查地址。</translation>
    </message>
    <message>
        <source>Close some clients.</source>
        <translation>请关闭一些客户端。</translation>
    </message>
    <message>
        <source>Close some programs or clients, or wait a minute.</source>
        <translation>关闭一些程序或客户端，或者等一分钟。</translation>
    </message>
    <message>
        <source>Close some programs.</source>
        <translation>请关闭一些程序。</translation>
    </message>
    <message>
        <source>Close the connection of a request, in this process.</source>
        <translation>在本进程中关闭一个请求的连接。</translation>
    </message>
    <message>
        <source>Close the server&apos;s socket, and wait for what is still at work.</source>
        <translation>关闭服务器的套接字，并等待还在工作的线程或进程。</translation>
    </message>
    <message>
        <source>Closed. The system keeps the pair of addresses for a minute, so that late packets do not reach a new connection.</source>
        <translation>已关闭。系统会把这一对地址保留一分钟，以免迟到的包送到新的连接里。</translation>
    </message>
    <message>
        <source>Collect the child processes that have ended.</source>
        <translation>回收已结束的子进程。</translation>
    </message>
    <message>
        <source>Connect again for the next word, and see in the log that each connection gets a handler of its own.</source>
        <translation>要发下一个词，请再次连接，并在日志中观察：每个连接都有自己的处理器。</translation>
    </message>
    <message>
        <source>Connect first.</source>
        <translation>请先连接。</translation>
    </message>
    <message>
        <source>Connect this client first.</source>
        <translation>请先连接这个客户端。</translation>
    </message>
    <message>
        <source>Connect three clients and let each say something: the third is accepted, but gets no answer until one of the others leaves and its worker is free.</source>
        <translation>连接三个客户端，让每个都说点什么：第三个会被接受，但要等前两个中有一个离开、它的工作线程空出来，才能得到回复。</translation>
    </message>
    <message>
        <source>Connect two clients and let them talk in turn: each reply begins with the name of the thread that made it.</source>
        <translation>连接两个客户端，让它们轮流说话：每条回复都以生成它的线程的名称开头。</translation>
    </message>
    <message>
        <source>Connected: bytes can cross both ways.</source>
        <translation>已连接：两个方向都可以传送字节。</translation>
    </message>
    <message>
        <source>Connecting failed, or was not tried yet, or the connection has ended.</source>
        <translation>连接失败了，或者还没有尝试连接，或者连接已经结束。</translation>
    </message>
    <message>
        <source>Connecting needs permission to write to the socket file, and to enter the directories above it.</source>
        <translation>要连接，需要有套接字文件的写权限，以及进入它上面各级目录的权限。</translation>
    </message>
    <message>
        <source>Connecting to {place} failed.</source>
        <translation>连接到{place}失败。</translation>
    </message>
    <message>
        <source>Copy it to a folder of yours, or ask its owner.</source>
        <translation>把它复制到你自己的文件夹，或者询问它的所有者。</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>计数器</translation>
    </message>
    <message>
        <source>Crashing</source>
        <translation>崩溃</translation>
    </message>
    <message>
        <source>Delete what you need no more, or choose another disk.</source>
        <translation>删除不再需要的东西，或者换一个磁盘。</translation>
    </message>
    <message>
        <source>Delete what you need no more.</source>
        <translation>请删除不再需要的东西。</translation>
    </message>
    <message>
        <source>Do all the work for one request.</source>
        <translation>完成一个请求的全部工作。</translation>
    </message>
    <message>
        <source>Do not wait for the handlers&apos; threads when the server closes.</source>
        <translation>服务器关闭时，不等待各处理器的线程。</translation>
    </message>
    <message>
        <source>Do what has to be done now and then; called at each turn of the loop.</source>
        <translation>做需要不时做一做的事；循环每转一圈调用一次。</translation>
    </message>
    <message>
        <source>Each JSON document follows its length, a number of four bytes.</source>
        <translation>每个 JSON 文档前面都有它的长度，一个占四个字节的数。</translation>
    </message>
    <message>
        <source>Each bracket that is opened has to be closed.</source>
        <translation>每个左括号都必须有对应的右括号。</translation>
    </message>
    <message>
        <source>Each client is told that it is visitor number 1: a forked copy of the process serves it, counts for itself, and takes its count along when it ends.</source>
        <translation>每个客户端都被告知自己是第 1 位访客：为它服务的是派生出来的进程副本，副本自己计数，结束时把计数也一起带走了。</translation>
    </message>
    <message>
        <source>Each thread looks into the box, and a moment later writes down what it saw plus one; what the other thread wrote in that moment is lost.</source>
        <translation>每个线程先看看盒子里有多少，过一会儿再把看到的数加一写下来；另一个线程在这段时间里写下的就丢失了。</translation>
    </message>
    <message>
        <source>Echo</source>
        <translation>回显</translation>
    </message>
    <message>
        <source>Either its queue is full (on Linux a client that does not fit in the backlog is not refused: it waits), or the machine is off, or a firewall swallows the packets.</source>
        <translation>要么它的队列满了（在 Linux 上，监听队列放不下的客户端不会被拒绝，而是等待），要么那台机器没有开机，要么防火墙把包吞掉了。</translation>
    </message>
    <message>
        <source>End that client or program, or switch on allow_reuse_address.</source>
        <translation>结束那个客户端或程序，或者打开 allow_reuse_address。</translation>
    </message>
    <message>
        <source>Find them by trying: two clients at once, a list instead of a text, two texts sent quickly, a text of more than 1024 letters, a client that just leaves, and a restart right after the server closed a connection.</source>
        <translation>动手试一试，把它们找出来：两个客户端同时连接、发列表而不是字符串、很快地连发两段文本、发超过 1024 个字母的文本、客户端直接离开，以及在服务器关闭一个连接之后马上重新启动。</translation>
    </message>
    <message>
        <source>Get things ready; called before handle().</source>
        <translation>做好准备；在 handle() 之前调用。</translation>
    </message>
    <message>
        <source>Go on only in a network that you trust; 127.0.0.1 is for this machine alone.</source>
        <translation>只有在你信任的网络中才继续；127.0.0.1 只供本机使用。</translation>
    </message>
    <message>
        <source>Go on to see it happen, or take another port.</source>
        <translation>继续，看看会发生什么；或者换一个端口。</translation>
    </message>
    <message>
        <source>Handle requests until shutdown() is called.</source>
        <translation>处理请求，直到 shutdown() 被调用。</translation>
    </message>
    <message>
        <source>Handle the request; this is what its new thread runs.</source>
        <translation>处理请求；新线程运行的就是它。</translation>
    </message>
    <message>
        <source>Have the request handled; mix-ins do that in a thread or a process.</source>
        <translation>让请求得到处理；混入类会在线程或进程中做这件事。</translation>
    </message>
    <message>
        <source>How long handle_request() waits before it calls handle_timeout(); serve_forever() ignores it. None: for ever, but 300 s when forking.</source>
        <translation>handle_request() 在调用 handle_timeout() 之前等待多久；serve_forever() 不理会它。None：一直等，但多进程时为 300 秒。</translation>
    </message>
    <message>
        <source>How long it sleeps before each reply.</source>
        <translation>每次回复之前睡眠多久。</translation>
    </message>
    <message>
        <source>How many connections may wait to be accepted: the backlog of listen().</source>
        <translation>可以有多少个连接等待被接受：即 listen() 的监听队列长度。</translation>
    </message>
    <message>
        <source>How often serve_forever() looks up to see whether shutdown() was called.</source>
        <translation>serve_forever() 每隔多久查看一次 shutdown() 是否被调用。</translation>
    </message>
    <message>
        <source>If it allowed reuse too, both are bound without an error, and the system decides who gets a datagram: with allow_reuse_address on Linux, the one that came last gets all.</source>
        <translation>如果那个程序也允许了重用，两者都能绑定而不报错，数据报给谁由系统决定：在 Linux 上用 allow_reuse_address 时，后来的那个得到全部。</translation>
    </message>
    <message>
        <source>Is the name spelled right? A program that was opened finds the .py files beside it; one that is in no file finds only what is installed with Python.</source>
        <translation>名称拼写对吗？打开的程序能找到和它放在一起的 .py 文件；还没有存成文件的程序，只能找到随 Python 安装的模块。</translation>
    </message>
    <message>
        <source>It begins with a byte order mark: leave it out.</source>
        <translation>它以字节顺序标记（BOM）开头：请去掉它。</translation>
    </message>
    <message>
        <source>It belongs to another user, or its directory is closed to you.</source>
        <translation>它属于其他用户，或者你无法进入它所在的目录。</translation>
    </message>
    <message>
        <source>It brings a program of its own, which would run here with all your rights.</source>
        <translation>它自带一个程序，会在这里以你的全部权限运行。</translation>
    </message>
    <message>
        <source>It closed its socket before it had read everything, or its program ended or was killed.</source>
        <translation>它还没读完所有内容就关闭了套接字，或者它的程序结束了或被强制结束了。</translation>
    </message>
    <message>
        <source>It computes, or waits only for a free CPU.</source>
        <translation>它正在计算，或者只是在等空闲的 CPU。</translation>
    </message>
    <message>
        <source>It has ended. Only its exit code is kept, until its parent asks for it with wait().</source>
        <translation>它已经结束。只有退出码还保留着，等父进程用 wait() 来取。</translation>
    </message>
    <message>
        <source>It has nothing to do.</source>
        <translation>它没有事要做。</translation>
    </message>
    <message>
        <source>It has {found}.</source>
        <translation>实际是 {found}。</translation>
    </message>
    <message>
        <source>It inherits from the library only through another class.</source>
        <translation>它只是通过另一个类间接继承自库中的类。</translation>
    </message>
    <message>
        <source>It is a folder or a device, and a program is in a file.</source>
        <translation>这是一个文件夹或设备，而程序应该在文件里。</translation>
    </message>
    <message>
        <source>It is being taken away.</source>
        <translation>它正在被清除。</translation>
    </message>
    <message>
        <source>It is not clear which loop runs the server.</source>
        <translation>看不出是哪个循环在运行服务器。</translation>
    </message>
    <message>
        <source>It is not for this system. {why}</source>
        <translation>它不适用于这个系统。{why}</translation>
    </message>
    <message>
        <source>It is off, it does not exist, or a firewall turns the packets away.</source>
        <translation>它没有开机，或者不存在，或者防火墙拒收了这些包。</translation>
    </message>
    <message>
        <source>It is offline, or it has no IPv6 and the address is an IPv6 one.</source>
        <translation>它没有联网，或者它没有 IPv6 而地址是 IPv6 地址。</translation>
    </message>
    <message>
        <source>It is switched off, or the system was built without it.</source>
        <translation>它被关闭了，或者系统构建时没有包含它。</translation>
    </message>
    <message>
        <source>It is written as an article of 2019 explains it and answers the first short text of the first client well, but six of its comments promise what is not so.</source>
        <translation>它按照 2019 年一篇文章的讲解写成，能正确回复第一个客户端发来的第一段短文本，但其中有六条注释说的与事实不符。</translation>
    </message>
    <message>
        <source>It may have been moved or deleted.</source>
        <translation>它可能被移动或删除了。</translation>
    </message>
    <message>
        <source>It may have been moved, renamed or deleted.</source>
        <translation>它可能被移动、重命名或删除了。</translation>
    </message>
    <message>
        <source>It may have been moved: choose it again.</source>
        <translation>它可能被移动了：请重新选择。</translation>
    </message>
    <message>
        <source>It stands between two depths; it must be as deep as a line above it.</source>
        <translation>它的缩进介于两级之间；必须和上面某一行的缩进相同。</translation>
    </message>
    <message>
        <source>It stands further right than the line before it, which begins no block.</source>
        <translation>它比上一行缩进得更多，而上一行并不开始一个代码块。</translation>
    </message>
    <message>
        <source>It takes twice as long, too, because a thread that wants to look into the box waits until the other has written down its sum.</source>
        <translation>用的时间也变成了两倍，因为想看盒子的线程要等另一个线程把它的结果写下来。</translation>
    </message>
    <message>
        <source>It waits for a device, and cannot be disturbed.</source>
        <translation>它在等待一个设备，不能被打断。</translation>
    </message>
    <message>
        <source>It waits for something: bytes, a client, a lock, time to pass.</source>
        <translation>它在等待：等字节、等客户端、等锁，或者等时间过去。</translation>
    </message>
    <message>
        <source>It was stopped.</source>
        <translation>它被停止了。</translation>
    </message>
    <message>
        <source>It was tried out beside the old server first.</source>
        <translation>它先在旧服务器旁边试运行。</translation>
    </message>
    <message>
        <source>It would be larger than 1 MiB.</source>
        <translation>它会超过 1 MiB。</translation>
    </message>
    <message>
        <source>Its first lines name an encoding that cannot write all of its characters.</source>
        <translation>开头几行指定的编码无法写出其中的所有字符。</translation>
    </message>
    <message>
        <source>Its lines ran as they would from a terminal, and none of them made a server.</source>
        <translation>它的各行像在终端里一样运行过了，但没有一行创建服务器。</translation>
    </message>
    <message>
        <source>Its server is gone, but a connection that it accepted is not closed yet.</source>
        <translation>它的服务器已经不在了，但那个服务器接受的一个连接还没有关闭。</translation>
    </message>
    <message>
        <source>Its server is gone; closing a Unix socket does not remove its file.</source>
        <translation>它的服务器已经不在了；关闭 Unix 套接字并不会删除它的文件。</translation>
    </message>
    <message>
        <source>JSON by length</source>
        <translation>按长度 JSON</translation>
    </message>
    <message>
        <source>JSON by lines</source>
        <translation>按行 JSON</translation>
    </message>
    <message>
        <source>JSON has no way to write this value: {error}.</source>
        <translation>JSON 无法写出这个值：{error}。</translation>
    </message>
    <message>
        <source>Keep a client of the first port connected and let another one talk to the second: one thread serves both ports, so it has to wait.</source>
        <translation>让一个客户端保持连接在第一个端口上，再让另一个客户端和第二个端口通信：两个端口由同一个线程服务，所以它必须等待。</translation>
    </message>
    <message>
        <source>Let a second client connect meanwhile and say something: this server has time for one only, so it is answered when the first is gone.</source>
        <translation>这期间让第二个客户端也连接，并说点什么：这个服务器一次只顾得上一个，所以要等第一个离开后才会回复它。</translation>
    </message>
    <message>
        <source>Let others connect, and start</source>
        <translation>允许其他机器连接，并启动</translation>
    </message>
    <message>
        <source>Let several servers bind the same port; the system shares clients out among them.</source>
        <translation>让几个服务器绑定同一个端口；系统把客户端分给它们。</translation>
    </message>
    <message>
        <source>Let the server accept somebody, or raise request_queue_size.</source>
        <translation>让服务器接受客户端，或者调大 request_queue_size。</translation>
    </message>
    <message>
        <source>Let the server accept somebody, raise request_queue_size, or check the host.</source>
        <translation>让服务器接受客户端，调大 request_queue_size，或者检查主机。</translation>
    </message>
    <message>
        <source>Let the socket listen, so that clients can connect.</source>
        <translation>让套接字开始监听，使客户端可以连接。</translation>
    </message>
    <message>
        <source>Let two clients send at the same time, as before: the later reply counts 200 coins, and not one is lost.</source>
        <translation>像之前那样让两个客户端同时发送：较晚的那条回复会数到 200 枚硬币，一枚也不丢。</translation>
    </message>
    <message>
        <source>Line {line} has {length} characters: a line may have up to {most}.</source>
        <translation>第 {line} 行有 {length} 个字符：一行最多 {most} 个字符。</translation>
    </message>
    <message>
        <source>Line {line}, column {column}: {sentence}</source>
        <translation>第 {line} 行第 {column} 列：{sentence}</translation>
    </message>
    <message>
        <source>Line {line}: {sentence}</source>
        <translation>第 {line} 行：{sentence}</translation>
    </message>
    <message>
        <source>Look at the log, then start it again.</source>
        <translation>看看日志，然后再次启动它。</translation>
    </message>
    <message>
        <source>Look at the server&apos;s side in the log, then connect again.</source>
        <translation>在日志中看看服务器那一边，然后重新连接。</translation>
    </message>
    <message>
        <source>Look in the log for whether a handler began; with UDP the datagram or the reply may also be lost.</source>
        <translation>在日志中看看处理器有没有开始；用 UDP 时，数据报或回复也可能丢失了。</translation>
    </message>
    <message>
        <source>Looked for: {what}. Found nothing of it.</source>
        <translation>要找的是：{what}。一个也没有找到。</translation>
    </message>
    <message>
        <source>Looked for: {what}. Found: {found}.</source>
        <translation>要找的是：{what}。找到的是：{found}。</translation>
    </message>
    <message>
        <source>Lowercase JSON</source>
        <translation>小写 JSON</translation>
    </message>
    <message>
        <source>Lowercase JSON that raises an exception when a message contains a certain word.</source>
        <translation>小写 JSON，但消息中含有某个词时会引发异常。</translation>
    </message>
    <message>
        <source>Lowercase JSON that sleeps before it answers: who has to wait meanwhile?</source>
        <translation>小写 JSON，但回复之前会睡眠：这期间谁得等着？</translation>
    </message>
    <message>
        <source>Make it a ThreadingTCPServer and count again: threads share what a process knows, processes do not.</source>
        <translation>把它改成 ThreadingTCPServer 再数一次：进程知道的东西，线程之间共享，进程之间不共享。</translation>
    </message>
    <message>
        <source>Make one: with socketserver.TCPServer(address, handler) as server: server.serve_forever().</source>
        <translation>创建一个：with socketserver.TCPServer(address, handler) as server: server.serve_forever()。</translation>
    </message>
    <message>
        <source>Make room, or choose a folder on another disk.</source>
        <translation>腾出空间，或者选择另一个磁盘上的文件夹。</translation>
    </message>
    <message>
        <source>Make room, or take a path on another disk.</source>
        <translation>腾出空间，或者改用另一个磁盘上的路径。</translation>
    </message>
    <message>
        <source>Make the client of the same kind as the server.</source>
        <translation>让客户端和服务器属于同一种类。</translation>
    </message>
    <message>
        <source>Make the directory first, or take a path in one that exists.</source>
        <translation>先创建目录，或者改用已有目录中的路径。</translation>
    </message>
    <message>
        <source>Make the handler, which handles the request.</source>
        <translation>创建处理器，由它来处理请求。</translation>
    </message>
    <message>
        <source>Mend it first; the line is marked. Copying the text works all the same.</source>
        <translation>请先改好它；那一行已经标出。复制文本不受影响。</translation>
    </message>
    <message>
        <source>Mend the line, or look at the one above it: the mistake may begin there.</source>
        <translation>改好这一行，或者看看它上面一行：错误可能是从那里开始的。</translation>
    </message>
    <message>
        <source>Naive JSON</source>
        <translation>朴素 JSON</translation>
    </message>
    <message>
        <source>No choice turned out right.</source>
        <translation>没有一个选项是对的。</translation>
    </message>
    <message>
        <source>No client {name} was connected before this.</source>
        <translation>在此之前没有连接过客户端 {name}。</translation>
    </message>
    <message>
        <source>No explain step follows, so nobody learns what was right.</source>
        <translation>后面没有 explain 步骤，所以没人知道什么才是对的。</translation>
    </message>
    <message>
        <source>No name server answered: this machine may be offline.</source>
        <translation>没有域名服务器应答：本机可能没有联网。</translation>
    </message>
    <message>
        <source>No reply came from {place} in time.</source>
        <translation>没有及时收到{place}的回复。</translation>
    </message>
    <message>
        <source>No server can be there; check the path.</source>
        <translation>那里不可能有服务器；请检查路径。</translation>
    </message>
    <message>
        <source>No server was started there, or it removed its file when it stopped.</source>
        <translation>那里没有启动过服务器，或者它停止时删除了自己的文件。</translation>
    </message>
    <message>
        <source>No socket could be opened for {place}: as many are open as may be.</source>
        <translation>无法为{place}打开套接字：打开的数量已达上限。</translation>
    </message>
    <message>
        <source>No way leads to {host}: the machine does not answer (host unreachable).</source>
        <translation>无法到达 {host}：那台机器没有应答（host unreachable）。</translation>
    </message>
    <message>
        <source>No way leads to {host}: this machine has no route to that network (network unreachable).</source>
        <translation>无法到达 {host}：本机没有通往那个网络的路由（network unreachable）。</translation>
    </message>
    <message>
        <source>Nobody connects here: each datagram makes a handler of its own, and even an empty one does.</source>
        <translation>这里没有谁会连接：每个数据报都产生一个自己的处理器，空的数据报也一样。</translation>
    </message>
    <message>
        <source>Nobody is listening at {place}: an earlier datagram came back.</source>
        <translation>没有程序在{place}监听：之前的一个数据报被退了回来。</translation>
    </message>
    <message>
        <source>Nobody is listening at {place}: the connection was refused.</source>
        <translation>没有程序在{place}监听：连接被拒绝了。</translation>
    </message>
    <message>
        <source>Nobody listens there, but closing a Unix socket does not remove its file, and allow_reuse_address does not help.</source>
        <translation>那里没有程序在监听，但关闭 Unix 套接字并不会删除它的文件，allow_reuse_address 也不起作用。</translation>
    </message>
    <message>
        <source>Not connected to anything.</source>
        <translation>没有连接到任何地方。</translation>
    </message>
    <message>
        <source>Not every system offers allow_reuse_port.</source>
        <translation>并非每个系统都提供 allow_reuse_port。</translation>
    </message>
    <message>
        <source>Nothing can be written to {folder}.</source>
        <translation>无法向 {folder} 写入任何内容。</translation>
    </message>
    <message>
        <source>Nothing more can be sent to {place}: the connection is closed (broken pipe).</source>
        <translation>不能再向{place}发送了：连接已关闭（broken pipe）。</translation>
    </message>
    <message>
        <source>Nothing more can happen: no server runs, and no client is connected.</source>
        <translation>不会再发生什么了：没有服务器在运行，也没有客户端处于连接状态。</translation>
    </message>
    <message>
        <source>Nothing was written to {folder}.</source>
        <translation>没有向 {folder} 写入任何内容。</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>没有写入任何内容。</translation>
    </message>
    <message>
        <source>Nothing would ever tick this step: ticks is empty.</source>
        <translation>这一步永远不会打勾：ticks 是空的。</translation>
    </message>
    <message>
        <source>On this system ports below {first} are for the administrator: well-known services live there.</source>
        <translation>在这个系统上，{first} 以下的端口留给管理员：知名服务都在那里。</translation>
    </message>
    <message>
        <source>One JSON document a line, read with readline(), which waits until the newline comes.</source>
        <translation>每行一个 JSON 文档，用 readline() 读取，它会一直等到换行符到来。</translation>
    </message>
    <message>
        <source>One of &quot; \ / b f n r t u must follow a backslash; write a backslash as \\.</source>
        <translation>反斜杠后面必须是 &quot; \ / b f n r t u 之一；反斜杠本身要写成 \\。</translation>
    </message>
    <message>
        <source>One of them is for streams and the other for datagrams; the two do not mix.</source>
        <translation>其中一个用于流，另一个用于数据报；两者不能混用。</translation>
    </message>
    <message>
        <source>One thread for two servers</source>
        <translation>一个线程，两个服务器</translation>
    </message>
    <message>
        <source>Only a class that inherits from socketserver.{base}, or from one of its kind, has what is needed.</source>
        <translation>只有继承自 socketserver.{base} 或其同类的类，才具备所需的一切。</translation>
    </message>
    <message>
        <source>Only some addresses may come in</source>
        <translation>只有某些地址可以进来</translation>
    </message>
    <message>
        <source>Open a .py file, and save it as UTF-8 in your editor.</source>
        <translation>请打开 .py 文件，并在编辑器中把它存成 UTF-8。</translation>
    </message>
    <message>
        <source>Open a new client.</source>
        <translation>请新建一个客户端。</translation>
    </message>
    <message>
        <source>Open the file that defines the handler.</source>
        <translation>请打开定义处理器的那个文件。</translation>
    </message>
    <message>
        <source>Other machines will be able to connect to this server: {reach}.</source>
        <translation>其他机器将能连接到这个服务器：{reach}。</translation>
    </message>
    <message>
        <source>Other programs use it, or a handler has filled it.</source>
        <translation>其他程序在用它，或者某个处理器把它占满了。</translation>
    </message>
    <message>
        <source>Part of it is missing: an address that begins with fe80 needs its network card, as in fe80::1%eth0.</source>
        <translation>地址缺了一部分：以 fe80 开头的地址需要带上网卡，例如 fe80::1%eth0。</translation>
    </message>
    <message>
        <source>Passes each message on to all clients. It takes threads: a forked child is alone in it.</source>
        <translation>把每条消息转发给所有客户端。这需要线程：派生出来的子进程里只有它自己的那一个客户端。</translation>
    </message>
    <message>
        <source>Ports are whole numbers from 1 to 65535.</source>
        <translation>端口是 1 到 65535 的整数。</translation>
    </message>
    <message>
        <source>Put serve_forever() in its place: it never looks at the timeout, and does not end.</source>
        <translation>换成 serve_forever() 试试：它从不理会超时，也不会结束。</translation>
    </message>
    <message>
        <source>Python cannot make the class {name}: its bases contradict each other. Name each base once, a mix-in before the server.</source>
        <translation>Python 无法创建类 {name}：它的基类互相矛盾。每个基类只写一次，混入类写在服务器前面。</translation>
    </message>
    <message>
        <source>Python cannot read this program: {reason}.</source>
        <translation>Python 无法读懂这个程序：{reason}。</translation>
    </message>
    <message>
        <source>Python cannot read this: {reason}.</source>
        <translation>Python 无法读懂这里：{reason}。</translation>
    </message>
    <message>
        <source>Python cannot read this: {reason}. {hint}</source>
        <translation>Python 无法读懂这里：{reason}。{hint}</translation>
    </message>
    <message>
        <source>Python has no Unix sockets on this system: take TCP or UDP, or try it on Linux or macOS.</source>
        <translation>Python 在这个系统上没有 Unix 套接字：请改用 TCP 或 UDP，或者在 Linux 或 macOS 上试试。</translation>
    </message>
    <message>
        <source>Python raised {kind}: {said}.</source>
        <translation>Python 引发了{kind}：{said}。</translation>
    </message>
    <message>
        <source>Python said {said}.</source>
        <translation>Python 说：{said}。</translation>
    </message>
    <message>
        <source>Python says: {said}.</source>
        <translation>Python 说：{said}。</translation>
    </message>
    <message>
        <source>Read it first; to run it all the same, say --allow-code.</source>
        <translation>请先读一遍；仍要运行它，就加上 --allow-code。</translation>
    </message>
    <message>
        <source>Read the last line of the traceback first, then the line of the program that it names.</source>
        <translation>先读回溯信息的最后一行，再看它指出的那行程序。</translation>
    </message>
    <message>
        <source>Receiving from {place} failed.</source>
        <translation>从{place}接收失败。</translation>
    </message>
    <message>
        <source>Remove servers that do not belong to it from the list, or do it again with less, and save then.</source>
        <translation>从列表中移除与实验无关的服务器，或者少做一些、重来一遍，然后再保存。</translation>
    </message>
    <message>
        <source>Remove the file and start</source>
        <translation>删除该文件并启动</translation>
    </message>
    <message>
        <source>Remove the file, then start again.</source>
        <translation>删除该文件，然后再次启动。</translation>
    </message>
    <message>
        <source>Return True to go on with the request, False to turn it away.</source>
        <translation>返回 True 表示继续处理请求，返回 False 表示拒绝它。</translation>
    </message>
    <message>
        <source>Return the next request and its client&apos;s address.</source>
        <translation>返回下一个请求和它的客户端地址。</translation>
    </message>
    <message>
        <source>Return the number by which the system knows the server&apos;s socket.</source>
        <translation>返回系统用来识别服务器套接字的那个数字。</translation>
    </message>
    <message>
        <source>Run as a file, the program is its own client: the loop runs in a thread as well, and the main thread stays free.</source>
        <translation>作为文件运行时，程序就是自己的客户端：循环也在一个线程里运行，主线程空出来。</translation>
    </message>
    <message>
        <source>Say goodbye to the client, and close its connection.</source>
        <translation>和客户端道别，并关闭它的连接。</translation>
    </message>
    <message>
        <source>See in the log what its handler is doing, or disconnect.</source>
        <translation>在日志中看看它的处理器在做什么，或者断开连接。</translation>
    </message>
    <message>
        <source>See what the handler is busy with; does it wait for something that this client should send first?</source>
        <translation>看看处理器在忙什么；它是不是在等这个客户端先发送什么？</translation>
    </message>
    <message>
        <source>Send 9000 bytes at once and count what comes back: the server reads max_packet_size bytes, 8192, and the rest is lost.</source>
        <translation>一次发送 9000 个字节，数一数返回了多少：服务器读取 max_packet_size 即 8192 个字节，其余的丢失了。</translation>
    </message>
    <message>
        <source>Send a word: it comes back in capitals, and then the connection ends, because handle() reads once and returns.</source>
        <translation>发送一个词：它会变成大写返回，然后连接结束，因为 handle() 只读一次就返回。</translation>
    </message>
    <message>
        <source>Send at most {limit} bytes at a time, or take TCP.</source>
        <translation>每次最多发送 {limit} 个字节，或者改用 TCP。</translation>
    </message>
    <message>
        <source>Send half a line, without a newline at its end, and see nothing happen; then send the rest.</source>
        <translation>发送半行，结尾不带换行符，看看什么也不会发生；然后发送剩下的部分。</translation>
    </message>
    <message>
        <source>Send less at a time, or close some clients.</source>
        <translation>每次少发一些，或者关闭一些客户端。</translation>
    </message>
    <message>
        <source>Send less at a time, or take a Unix stream.</source>
        <translation>每次少发一些，或者改用 Unix 流。</translation>
    </message>
    <message>
        <source>Send more slowly, or see what the handler is busy with.</source>
        <translation>发送得慢一些，或者看看处理器在忙什么。</translation>
    </message>
    <message>
        <source>Send small pieces at once (TCP_NODELAY); only a StreamRequestHandler looks at it.</source>
        <translation>小片段也立即发送（TCP_NODELAY）；只有 StreamRequestHandler 会用到它。</translation>
    </message>
    <message>
        <source>Sending to {place} failed.</source>
        <translation>发送到{place}失败。</translation>
    </message>
    <message>
        <source>Sends back every byte as it came.</source>
        <translation>收到什么字节，就原样发回什么字节。</translation>
    </message>
    <message>
        <source>Sends each JSON document back with its strings in lower case; none needs a separator.</source>
        <translation>把每个 JSON 文档中的字符串改成小写后发回；文档之间不需要分隔符。</translation>
    </message>
    <message>
        <source>Sends each line, or datagram, back in upper case; reads and writes it like a file.</source>
        <translation>把每一行或每个数据报改成大写后发回；像文件那样读写。</translation>
    </message>
    <message>
        <source>Several choices turned out right: {choices}</source>
        <translation>有多个选项是对的：{choices}</translation>
    </message>
    <message>
        <source>Several statements stand on one line.</source>
        <translation>一行上有多条语句。</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>慢速</translation>
    </message>
    <message>
        <source>Sockets keep their data in the kernel&apos;s memory, and that is limited.</source>
        <translation>套接字的数据存放在内核的内存里，而这部分内存是有限的。</translation>
    </message>
    <message>
        <source>Some lines are indented with tabs, others with spaces; take spaces.</source>
        <translation>有些行用制表符缩进，有些行用空格；请都用空格。</translation>
    </message>
    <message>
        <source>Something is already at {place}, and we may not look at it.</source>
        <translation>{place}处已有东西，而我们无权查看它。</translation>
    </message>
    <message>
        <source>Something stopped it while it was starting.</source>
        <translation>它正在启动时，有什么让它停止了。</translation>
    </message>
    <message>
        <source>Something was at {place} a moment ago.</source>
        <translation>刚才{place}处还有东西。</translation>
    </message>
    <message>
        <source>Start again with it</source>
        <translation>用它重新启动</translation>
    </message>
    <message>
        <source>Start again.</source>
        <translation>请再次启动。</translation>
    </message>
    <message>
        <source>Start the server again (the old file has to be removed first).</source>
        <translation>请重新启动服务器（要先删除旧文件）。</translation>
    </message>
    <message>
        <source>Start the server, or check host and port against the list of servers.</source>
        <translation>启动服务器，或者对照服务器列表检查主机和端口。</translation>
    </message>
    <message>
        <source>Start the server, or check the path against the list of servers.</source>
        <translation>启动服务器，或者对照服务器列表检查路径。</translation>
    </message>
    <message>
        <source>Stop some servers or close some clients.</source>
        <translation>停止一些服务器，或者关闭一些客户端。</translation>
    </message>
    <message>
        <source>Stop some servers or close some programs.</source>
        <translation>停止一些服务器，或者关闭一些程序。</translation>
    </message>
    <message>
        <source>Stop that program, or take another path.</source>
        <translation>停止那个程序，或者换一个路径。</translation>
    </message>
    <message>
        <source>Stop that program, take another port, or take port 0: then the system picks a free one.</source>
        <translation>停止那个程序，换一个端口，或者使用端口 0：由系统挑选一个空闲的端口。</translation>
    </message>
    <message>
        <source>Stop was pressed; the server has {seconds} s to end</source>
        <translation>已按下停止；服务器必须在 {seconds} 秒内结束</translation>
    </message>
    <message>
        <source>StreamRequestHandler puts its timeout on the connection before handle() begins, so a client that says nothing for five seconds is sent away.</source>
        <translation>StreamRequestHandler 会在 handle() 开始之前给连接设置它的 timeout，所以五秒钟不说话的客户端会被请走。</translation>
    </message>
    <message>
        <source>Such a word belongs into a function or a method.</source>
        <translation>这样的词只能写在函数或方法里。</translation>
    </message>
    <message>
        <source>Switch allow_reuse_port off.</source>
        <translation>请关闭 allow_reuse_port。</translation>
    </message>
    <message>
        <source>Switch on allow_reuse_address, wait a minute, or let the client say goodbye first.</source>
        <translation>打开 allow_reuse_address，等一分钟，或者让客户端先道别。</translation>
    </message>
    <message>
        <source>Take 127.0.0.1 (only this machine), or 0.0.0.0 (all addresses of this machine).</source>
        <translation>改用 127.0.0.1（仅限本机）或 0.0.0.0（本机的所有地址）。</translation>
    </message>
    <message>
        <source>Take 127.0.0.1 and AF_INET.</source>
        <translation>改用 127.0.0.1 和 AF_INET。</translation>
    </message>
    <message>
        <source>Take ::1 and AF_INET6.</source>
        <translation>改用 ::1 和 AF_INET6。</translation>
    </message>
    <message>
        <source>Take a path in a directory of your own, or in /tmp.</source>
        <translation>改用你自己目录中或 /tmp 中的路径。</translation>
    </message>
    <message>
        <source>Take a port from {first} up, 8000 for instance, or 0: any free one.</source>
        <translation>改用 {first} 以上的端口，例如 8000；或者用 0：任意空闲端口。</translation>
    </message>
    <message>
        <source>Take a shorter path, in /tmp for instance.</source>
        <translation>换一个短一些的路径，例如在 /tmp 中。</translation>
    </message>
    <message>
        <source>Take another address, 127.0.0.1 for instance.</source>
        <translation>换一个地址，例如 127.0.0.1。</translation>
    </message>
    <message>
        <source>Take another path, or remove it yourself.</source>
        <translation>换一个路径，或者自己删除它。</translation>
    </message>
    <message>
        <source>Take another path.</source>
        <translation>请换一个路径。</translation>
    </message>
    <message>
        <source>Take another port (0: any free one), wait a minute, or switch on allow_reuse_address.</source>
        <translation>换一个端口（0：任意空闲端口），等一分钟，或者打开 allow_reuse_address。</translation>
    </message>
    <message>
        <source>Take another port, or ask whoever looks after this machine.</source>
        <translation>换一个端口，或者询问管理这台机器的人。</translation>
    </message>
    <message>
        <source>Take that line out, or put it below the lines that run the server.</source>
        <translation>去掉那一行，或者把它放到运行服务器的那几行下面。</translation>
    </message>
    <message>
        <source>Take the line with “coding” out: without it, a program is UTF-8.</source>
        <translation>去掉带有“coding”的那一行：没有它，程序就是 UTF-8。</translation>
    </message>
    <message>
        <source>Takes one recv(1024) for one message. It breaks where the network cuts elsewhere: try it.</source>
        <translation>把一次 recv(1024) 当作一条消息。网络在别处切断时它就会出错：试试看。</translation>
    </message>
    <message>
        <source>Tell the loop to end, and wait until it did.</source>
        <translation>通知循环结束，并等到它结束。</translation>
    </message>
    <message>
        <source>The JSON document is nested too deep: at most {limit} levels are allowed.</source>
        <translation>JSON 文档嵌套太深：最多允许 {limit} 层。</translation>
    </message>
    <message>
        <source>The JSON document is too long: at most {limit} bytes are allowed.</source>
        <translation>JSON 文档太长：最多允许 {limit} 个字节。</translation>
    </message>
    <message>
        <source>The address is not the first of the arguments.</source>
        <translation>地址不是第一个参数。</translation>
    </message>
    <message>
        <source>The address {place} has no port.</source>
        <translation>地址{place}没有端口。</translation>
    </message>
    <message>
        <source>The article&apos;s server, with its mistakes</source>
        <translation>文章里的服务器，连同它的错误</translation>
    </message>
    <message>
        <source>The box of coins with a lock</source>
        <translation>带锁的硬币盒</translation>
    </message>
    <message>
        <source>The buffers on both sides are full, because the server is not reading.</source>
        <translation>两边的缓冲区都满了，因为服务器没有读取。</translation>
    </message>
    <message>
        <source>The choice needs when: what must have happened for it to be right.</source>
        <translation>选项需要 when：要发生过什么，它才算对。</translation>
    </message>
    <message>
        <source>The class has no bases.</source>
        <translation>这个类没有基类。</translation>
    </message>
    <message>
        <source>The class stands on one line.</source>
        <translation>这个类全写在一行上。</translation>
    </message>
    <message>
        <source>The code must be an OwnCode, or None for a built-in handler.</source>
        <translation>code 必须是一个 OwnCode；用内置的处理器时是 None。</translation>
    </message>
    <message>
        <source>The console of the old server shows what it printed, and how it ended.</source>
        <translation>旧服务器的控制台里有它的输出和结束的原因。</translation>
    </message>
    <message>
        <source>The datagram has no address to go to.</source>
        <translation>数据报没有要送往的地址。</translation>
    </message>
    <message>
        <source>The datagram is too long: nothing was sent.</source>
        <translation>数据报太长：什么也没有发送。</translation>
    </message>
    <message>
        <source>The datagram of {size} bytes is too long: nothing was sent.</source>
        <translation>{size} 个字节的数据报太长：什么也没有发送。</translation>
    </message>
    <message>
        <source>The disk can only be read.</source>
        <translation>这个磁盘是只读的。</translation>
    </message>
    <message>
        <source>The disk is full, or you may not use more of it.</source>
        <translation>磁盘已满，或者你的可用空间已用完。</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>磁盘已满。</translation>
    </message>
    <message>
        <source>The document has ended, but more follows.</source>
        <translation>文档已经结束，后面却还有内容。</translation>
    </message>
    <message>
        <source>The document is nested too deep: at most {limit} levels are allowed.</source>
        <translation>文档嵌套太深：最多允许 {limit} 层。</translation>
    </message>
    <message>
        <source>The dropdowns show what can be chosen here.</source>
        <translation>下拉列表中列出了这里可以选择什么。</translation>
    </message>
    <message>
        <source>The experiment was not saved.</source>
        <translation>实验没有保存。</translation>
    </message>
    <message>
        <source>The file connects {count} clients; at most {limit}.</source>
        <translation>这个文件连接了 {count} 个客户端；最多 {limit} 个。</translation>
    </message>
    <message>
        <source>The file could not be removed.</source>
        <translation>无法删除该文件。</translation>
    </message>
    <message>
        <source>The file has format {version}; this program reads formats 1 to {newest}. A newer one may read it.</source>
        <translation>这个文件的格式是 {version}；本程序能读取格式 1 到 {newest}。较新的版本也许能读取它。</translation>
    </message>
    <message>
        <source>The file has neither steps nor actions: nothing would happen.</source>
        <translation>这个文件既没有 steps 也没有 actions：什么也不会发生。</translation>
    </message>
    <message>
        <source>The file has several servers, or none: say which one is meant, as NAME=FILE.</source>
        <translation>这个文件里有多个服务器，或者一个也没有：请用 NAME=FILE 的形式说明指的是哪一个。</translation>
    </message>
    <message>
        <source>The file is larger than 1 MiB: that is no scenario.</source>
        <translation>文件超过 1 MiB：这不会是场景文件。</translation>
    </message>
    <message>
        <source>The file is nested too deeply.</source>
        <translation>文件嵌套太深。</translation>
    </message>
    <message>
        <source>The file is not a text in UTF-8.</source>
        <translation>文件不是 UTF-8 文本。</translation>
    </message>
    <message>
        <source>The file must say which format it has: format = {newest}</source>
        <translation>文件必须说明它的格式：format = {newest}</translation>
    </message>
    <message>
        <source>The file starts {count} servers; at most {limit}.</source>
        <translation>这个文件启动了 {count} 个服务器；最多 {limit} 个。</translation>
    </message>
    <message>
        <source>The file&apos;s name must have 1 to {limit} printable characters, and no folder in it.</source>
        <translation>文件名必须有 1 到 {limit} 个可打印字符，并且不能包含文件夹。</translation>
    </message>
    <message>
        <source>The folder of the program must have a whole path.</source>
        <translation>程序所在的文件夹必须用完整的路径写出。</translation>
    </message>
    <message>
        <source>The handler is still busy, is waiting for more, is serving somebody else, or does not answer at all.</source>
        <translation>处理器还在忙，在等更多内容，在为别的客户端服务，或者根本不回复。</translation>
    </message>
    <message>
        <source>The handler&apos;s options must be given as a dict, by name.</source>
        <translation>处理器的选项必须以 dict 给出，用名称作键。</translation>
    </message>
    <message>
        <source>The host must be a name or an address of at most 255 characters.</source>
        <translation>主机必须是一个名称或地址，最多 255 个字符。</translation>
    </message>
    <message>
        <source>The length says {size} bytes: at most {limit} are allowed. Text sent without a length in front looks like this, too.</source>
        <translation>长度写的是 {size} 个字节：最多允许 {limit} 个。前面没有带长度的文本看起来也是这样。</translation>
    </message>
    <message>
        <source>The line is too long: at most {limit} bytes are allowed.</source>
        <translation>这一行太长：最多允许 {limit} 个字节。</translation>
    </message>
    <message>
        <source>The line that makes the server was not found.</source>
        <translation>没有找到创建服务器的那一行。</translation>
    </message>
    <message>
        <source>The longest datagram that is read whole; the rest of a longer one is lost.</source>
        <translation>能完整读取的最长数据报；更长的数据报，多出的部分会丢失。</translation>
    </message>
    <message>
        <source>The machine was reached, but no server has that port at this one of its addresses.</source>
        <translation>那台机器可以到达，但在它的这个地址上，没有服务器使用那个端口。</translation>
    </message>
    <message>
        <source>The message was not sent.</source>
        <translation>消息没有发送。</translation>
    </message>
    <message>
        <source>The most memory that each process of a server with your own code may take; 0: no limit.</source>
        <translation>运行你自己代码的服务器，每个进程最多可占用的内存；0：不限。</translation>
    </message>
    <message>
        <source>The most processes that a server with your own code may have at a time; 0: no limit.</source>
        <translation>运行你自己代码的服务器，同一时间最多可有的进程数；0：不限。</translation>
    </message>
    <message>
        <source>The name is too long.</source>
        <translation>名称太长。</translation>
    </message>
    <message>
        <source>The new program ended before it had a server, so the old one goes on.</source>
        <translation>新程序还没有建立服务器就结束了，所以旧服务器继续运行。</translation>
    </message>
    <message>
        <source>The other end has closed. This one reads b&quot;&quot; and should call close(): only then does it end.</source>
        <translation>另一端已经关闭。这一端会读到 b&quot;&quot;，应当调用 close()：这样连接才会结束。</translation>
    </message>
    <message>
        <source>The other side broke the connection to {place} off (reset).</source>
        <translation>对方中断了到{place}的连接（重置，RST）。</translation>
    </message>
    <message>
        <source>The path is too long for a Unix socket: {size} bytes.</source>
        <translation>路径对 Unix 套接字来说太长：{size} 个字节。</translation>
    </message>
    <message>
        <source>The path of a Unix socket may have {limit} bytes; this one has {size}. Take a shorter one, in /tmp for instance.</source>
        <translation>Unix 套接字的路径最多 {limit} 个字节；这个有 {size} 个。请换一个短一些的，例如在 /tmp 中。</translation>
    </message>
    <message>
        <source>The path of a Unix socket must be a text in UTF-8 without NUL characters.</source>
        <translation>Unix 套接字的路径必须是不含 NUL 字符的 UTF-8 文本。</translation>
    </message>
    <message>
        <source>The path of the socket is too long.</source>
        <translation>套接字的路径太长。</translation>
    </message>
    <message>
        <source>The path of the socket is too long: {size} bytes.</source>
        <translation>套接字的路径太长：{size} 个字节。</translation>
    </message>
    <message>
        <source>The port is {value}; it must be a whole number from 0 to 65535 (0: any free one).</source>
        <translation>端口是 {value}；它必须是 0 到 65535 的整数（0：任意空闲端口）。</translation>
    </message>
    <message>
        <source>The program has a mistake in line {line}. {sentence}</source>
        <translation>程序的第 {line} 行有一个错误。{sentence}</translation>
    </message>
    <message>
        <source>The program has half a character in it, which no file can hold.</source>
        <translation>程序里有半个字符，任何文件都无法保存它。</translation>
    </message>
    <message>
        <source>The program has {size} bytes; at most {limit} ({kib} KiB) fit.</source>
        <translation>程序有 {size} 个字节；最多容纳 {limit} 个（{kib} KiB）。</translation>
    </message>
    <message>
        <source>The program is nested too deeply for Python to read.</source>
        <translation>程序嵌套太深，Python 无法读取。</translation>
    </message>
    <message>
        <source>The program makes no server, so there is no class to put the method into.</source>
        <translation>程序没有创建服务器，所以没有可以放入这个方法的类。</translation>
    </message>
    <message>
        <source>The program makes no server.</source>
        <translation>程序没有创建服务器。</translation>
    </message>
    <message>
        <source>The program must be a text that UTF-8 can write.</source>
        <translation>程序必须是能用 UTF-8 写出的文本。</translation>
    </message>
    <message>
        <source>The program was not written to {folder}.</source>
        <translation>程序没有写入 {folder}。</translation>
    </message>
    <message>
        <source>The programs could not be written to {folder}.</source>
        <translation>程序无法写入 {folder}。</translation>
    </message>
    <message>
        <source>The programs do not fit into {folder}.</source>
        <translation>{folder} 放不下这些程序。</translation>
    </message>
    <message>
        <source>The queue of {place} is full: as many clients as it allows are waiting already.</source>
        <translation>{place}的队列已满：正在等待的客户端已达到它允许的数量。</translation>
    </message>
    <message>
        <source>The queue of {place} is full: the server reads its datagrams more slowly than they come.</source>
        <translation>{place}的队列已满：数据报到来得快，服务器读取得慢。</translation>
    </message>
    <message>
        <source>The run took too long and was given up.</source>
        <translation>这次运行时间太长，已经放弃。</translation>
    </message>
    <message>
        <source>The same with StreamRequestHandler</source>
        <translation>用 StreamRequestHandler 做同样的事</translation>
    </message>
    <message>
        <source>The server behind {place} has closed its socket.</source>
        <translation>{place}背后的服务器已经关闭了它的套接字。</translation>
    </message>
    <message>
        <source>The server could not make {place}: the disk is full.</source>
        <translation>服务器无法创建{place}：磁盘已满。</translation>
    </message>
    <message>
        <source>The server could not open a socket at {place}: the system has no memory left for it.</source>
        <translation>服务器无法在{place}打开套接字：系统没有内存可以给它了。</translation>
    </message>
    <message>
        <source>The server could not open a socket: the whole machine has as many files open as it can.</source>
        <translation>服务器无法打开套接字：整台机器打开的文件已达上限。</translation>
    </message>
    <message>
        <source>The server could not open a socket: this program has as many files open as it may.</source>
        <translation>服务器无法打开套接字：这个程序打开的文件已达上限。</translation>
    </message>
    <message>
        <source>The server could not start at {place}.</source>
        <translation>服务器无法在{place}启动。</translation>
    </message>
    <message>
        <source>The server could not start at {place}: there is not enough memory.</source>
        <translation>服务器无法在{place}启动：内存不足。</translation>
    </message>
    <message>
        <source>The server does not read, and too much waits to be sent to it already.</source>
        <translation>服务器没有读取，等着发给它的已经太多了。</translation>
    </message>
    <message>
        <source>The server has closed its end already: its handler returned or raised, or verify_request() said no.</source>
        <translation>服务器已经关闭了它那一端：它的处理器返回了或引发了异常，或者 verify_request() 拒绝了请求。</translation>
    </message>
    <message>
        <source>The server has not accepted them yet. TCP would wait now; a Unix socket with a time limit gives up.</source>
        <translation>服务器还没有接受它们。TCP 这时会等待；设了时间限制的 Unix 套接字则会放弃。</translation>
    </message>
    <message>
        <source>The server needs it; it may have another name, or be made inside a function.</source>
        <translation>服务器需要它；它可能用了别的名称，或者是在函数内部创建的。</translation>
    </message>
    <message>
        <source>The server process ended before it was listening.</source>
        <translation>服务器进程还没有开始监听就结束了。</translation>
    </message>
    <message>
        <source>The server process is gone: {what}</source>
        <translation>服务器进程已经不在了：{what}</translation>
    </message>
    <message>
        <source>The server process was killed: {reason}</source>
        <translation>服务器进程被强制结束了：{reason}</translation>
    </message>
    <message>
        <source>The server waits for clients here.</source>
        <translation>服务器在这里等待客户端。</translation>
    </message>
    <message>
        <source>The socket file {place} is left over from a server that is gone.</source>
        <translation>套接字文件{place}是一个已经不在的服务器留下的。</translation>
    </message>
    <message>
        <source>The socket file {place} is there, but nobody is listening behind it.</source>
        <translation>套接字文件{place}在那里，但没有程序在它背后监听。</translation>
    </message>
    <message>
        <source>The socket {place} is of another kind than this client.</source>
        <translation>套接字{place}和这个客户端不是同一种类。</translation>
    </message>
    <message>
        <source>The step is ticked before anything is done.</source>
        <translation>还什么都没做，这一步就打勾了。</translation>
    </message>
    <message>
        <source>The stream ended before as many bytes came as the length says.</source>
        <translation>流结束时，收到的字节数还没有达到所给的长度。</translation>
    </message>
    <message>
        <source>The stream ended before the newline came.</source>
        <translation>换行符还没有到来，流就结束了。</translation>
    </message>
    <message>
        <source>The stream ended in the middle of a JSON document.</source>
        <translation>流在一个 JSON 文档的中间结束了。</translation>
    </message>
    <message>
        <source>The string that begins here has no closing quote.</source>
        <translation>从这里开始的字符串没有结尾的引号。</translation>
    </message>
    <message>
        <source>The system does not give you the right to read it.</source>
        <translation>系统没有给你读取它的权限。</translation>
    </message>
    <message>
        <source>The system does not give you the right to write there.</source>
        <translation>系统没有给你在那里写入的权限。</translation>
    </message>
    <message>
        <source>The system does not know one of the socket options that were chosen.</source>
        <translation>系统不认识所选的某个套接字选项。</translation>
    </message>
    <message>
        <source>The system does not let this program listen at {place}.</source>
        <translation>系统不允许这个程序在{place}监听。</translation>
    </message>
    <message>
        <source>The system does not let this program talk to {place}.</source>
        <translation>系统不允许这个程序与{place}通信。</translation>
    </message>
    <message>
        <source>The system does not take {place} for an address that it can send to.</source>
        <translation>系统认为{place}不是可以发送到的地址。</translation>
    </message>
    <message>
        <source>The system found no free port.</source>
        <translation>系统没有找到空闲的端口。</translation>
    </message>
    <message>
        <source>The system has no memory left for what goes to {place}.</source>
        <translation>系统已经没有内存用来存放要发往{place}的数据。</translation>
    </message>
    <message>
        <source>The system keeps it in a small field: {limit} bytes at most.</source>
        <translation>系统把它存放在一个很小的字段里：最多 {limit} 个字节。</translation>
    </message>
    <message>
        <source>The system keeps the path of a Unix socket in a small field: {limit} bytes at most.</source>
        <translation>系统把 Unix 套接字的路径存放在一个很小的字段里：最多 {limit} 个字节。</translation>
    </message>
    <message>
        <source>The system limits how many each program may have; sockets that nobody closes use it up.</source>
        <translation>系统限制每个程序可以有多少个；没有关闭的套接字会把它们用光。</translation>
    </message>
    <message>
        <source>The system limits how many files and sockets there may be, for each program and in all.</source>
        <translation>系统限制文件和套接字的数量，每个程序有上限，总数也有上限。</translation>
    </message>
    <message>
        <source>The system limits how many there may be; some program uses very many.</source>
        <translation>系统限制它们的数量；某个程序用了非常多。</translation>
    </message>
    <message>
        <source>The system says: {said}.</source>
        <translation>系统说：{said}。</translation>
    </message>
    <message>
        <source>The text has characters that only private fonts have: they cannot be shown.</source>
        <translation>文本里有只存在于私有字体中的字符：无法显示。</translation>
    </message>
    <message>
        <source>The word at which it raises, in upper or lower case.</source>
        <translation>遇到这个词就引发异常，大写小写都算。</translation>
    </message>
    <message>
        <source>The wrong actions ticked the step.</source>
        <translation>错误的动作也让这一步打了勾。</translation>
    </message>
    <message>
        <source>The {field} must be the name of a class in the program, or left empty.</source>
        <translation>{field} 必须是程序中一个类的名称，或者留空。</translation>
    </message>
    <message>
        <source>There are NUL characters in it, as in no text.</source>
        <translation>其中有 NUL 字符，正常的文本里不会有。</translation>
    </message>
    <message>
        <source>There are too many {name}: at most {limit}.</source>
        <translation>{name} 太多：最多 {limit} 个。</translation>
    </message>
    <message>
        <source>There can be no such server: {error}.</source>
        <translation>不可能有这样的服务器：{error}。</translation>
    </message>
    <message>
        <source>There is a comma too many before the closing bracket.</source>
        <translation>右括号前面多了一个逗号。</translation>
    </message>
    <message>
        <source>There is a folder of that name.</source>
        <translation>已经有一个同名的文件夹。</translation>
    </message>
    <message>
        <source>There is already something else at {place}, and it is not a socket.</source>
        <translation>{place}处已经有别的东西，而且它不是套接字。</translation>
    </message>
    <message>
        <source>There is already: {listed}.</source>
        <translation>已经存在：{listed}。</translation>
    </message>
    <message>
        <source>There is no address for the name &quot;{host}&quot;.</source>
        <translation>名称“{host}”没有对应的地址。</translation>
    </message>
    <message>
        <source>There is no class named {wanted} in {name}.</source>
        <translation>{name} 中没有名为 {wanted} 的类。</translation>
    </message>
    <message>
        <source>There is no class to change.</source>
        <translation>没有可以修改的类。</translation>
    </message>
    <message>
        <source>There is no class {name} in the program.</source>
        <translation>程序中没有类 {name}。</translation>
    </message>
    <message>
        <source>There is no comparison {name}; there are {all}.</source>
        <translation>没有 {name} 这种比较；可用的有：{all}。</translation>
    </message>
    <message>
        <source>There is no directory {directory}.</source>
        <translation>没有目录 {directory}。</translation>
    </message>
    <message>
        <source>There is no event {name}; there are: {names}.</source>
        <translation>没有事件 {name}；可用的有：{names}。</translation>
    </message>
    <message>
        <source>There is no field {name} here; there are: {known}.</source>
        <translation>这里没有字段 {name}；已知的有：{known}。</translation>
    </message>
    <message>
        <source>There is no file {name} in that place.</source>
        <translation>那个位置没有文件 {name}。</translation>
    </message>
    <message>
        <source>There is no folder {folder}.</source>
        <translation>没有文件夹 {folder}。</translation>
    </message>
    <message>
        <source>There is no handler class in the program to put the method into.</source>
        <translation>程序中没有可以放入这个方法的处理器类。</translation>
    </message>
    <message>
        <source>There is no handler class in {name}.</source>
        <translation>{name} 中没有处理器类。</translation>
    </message>
    <message>
        <source>There is no handler class: write a class that inherits from {needed}.</source>
        <translation>没有处理器类：请写一个继承自 {needed} 的类。</translation>
    </message>
    <message>
        <source>There is no lesson (*.toml) in {places}.</source>
        <translation>{places} 中没有课程（*.toml）。</translation>
    </message>
    <message>
        <source>There is no measure {name} in this file.</source>
        <translation>这个文件中没有 measure {name}。</translation>
    </message>
    <message>
        <source>There is no server {name} in this file.</source>
        <translation>这个文件中没有服务器 {name}。</translation>
    </message>
    <message>
        <source>There is no socket file {place}.</source>
        <translation>没有套接字文件{place}。</translation>
    </message>
    <message>
        <source>There is no step {name} in this file.</source>
        <translation>这个文件中没有名为 {name} 的步骤。</translation>
    </message>
    <message>
        <source>There is no such folder.</source>
        <translation>没有这个文件夹。</translation>
    </message>
    <message>
        <source>There is no such handler; it must be one of {handlers}.</source>
        <translation>没有这个处理器，它必须是下列之一：{handlers}。</translation>
    </message>
    <message>
        <source>There is no transport {name}; there are: {names}.</source>
        <translation>没有名为 {name} 的传输，可用的有：{names}。</translation>
    </message>
    <message>
        <source>There is nothing here, not even null.</source>
        <translation>这里什么也没有，连 null 都没有。</translation>
    </message>
    <message>
        <source>This client has closed its own socket.</source>
        <translation>这个客户端已经关闭了自己的套接字。</translation>
    </message>
    <message>
        <source>This client is not connected to {place}.</source>
        <translation>这个客户端没有连接到{place}。</translation>
    </message>
    <message>
        <source>This end has closed and the other knows; the other end is still open.</source>
        <translation>这一端已经关闭，对方也知道了；对方那一端仍然开着。</translation>
    </message>
    <message>
        <source>This end has closed; the other has not confirmed it yet.</source>
        <translation>这一端已经关闭，但对方还没有确认。</translation>
    </message>
    <message>
        <source>This handler reads and writes as if the client were a file, and readline() waits until a whole line has come.</source>
        <translation>这个处理器像读写文件一样与客户端通信，readline() 会一直等到收完一整行。</translation>
    </message>
    <message>
        <source>This is an experiment, not a lesson: it has no steps.</source>
        <translation>这是实验，不是课程：它没有步骤。</translation>
    </message>
    <message>
        <source>This is not JSON: a document begins with { or [ or &quot;, is a number, or is true, false or null.</source>
        <translation>这不是 JSON：JSON 文档以“{”“[”或“&quot;”开头，或者是数，或者是 true、false、null。</translation>
    </message>
    <message>
        <source>This is not JSON: a string is not closed before the end of its line.</source>
        <translation>这不是 JSON：有一个字符串到行尾还没有结束。</translation>
    </message>
    <message>
        <source>This is not TOML: {what}.</source>
        <translation>这不是 TOML：{what}。</translation>
    </message>
    <message>
        <source>This machine cannot run such a server.</source>
        <translation>这台机器无法运行这样的服务器。</translation>
    </message>
    <message>
        <source>This machine has no address from which {place} could be reached.</source>
        <translation>这台机器没有能够到达{place}的地址。</translation>
    </message>
    <message>
        <source>This machine&apos;s own list and the name servers were asked, and none of them knows the name.</source>
        <translation>已经查过这台机器自己的列表，也问过域名服务器，都不认识这个名称。</translation>
    </message>
    <message>
        <source>This system does not tell how long the queues are, what was dropped, or what is in TIME_WAIT: Linux shows them.</source>
        <translation>这个系统不提供队列长度、丢弃的数据和 TIME_WAIT 中的连接等信息：在 Linux 上可以看到。</translation>
    </message>
    <message>
        <source>This system does not tell the queues of Unix sockets, nor who is connected to whom.</source>
        <translation>这个系统不提供 Unix 套接字的队列，也不提供谁与谁相连。</translation>
    </message>
    <message>
        <source>This system does not tell the state.</source>
        <translation>这个系统不提供状态信息。</translation>
    </message>
    <message>
        <source>This system has no fork(): take threading, or try it on Linux or macOS.</source>
        <translation>这个系统没有 fork()：请改用多线程，或在 Linux、macOS 上试试。</translation>
    </message>
    <message>
        <source>Together these would act more than {limit} times.</source>
        <translation>这些操作合起来会执行 {limit} 次以上。</translation>
    </message>
    <message>
        <source>True or False</source>
        <translation>True 或 False</translation>
    </message>
    <message>
        <source>Try to open it in an editor; if that works, try here again.</source>
        <translation>试着用编辑器打开它；如果可以，再回到这里重试。</translation>
    </message>
    <message>
        <source>Two servers cannot have the same path.</source>
        <translation>两个服务器不能使用同一个路径。</translation>
    </message>
    <message>
        <source>Two servers cannot have the same port at the same address.</source>
        <translation>两个服务器不能在同一个地址上使用同一个端口。</translation>
    </message>
    <message>
        <source>Two steps are called {name}.</source>
        <translation>有两个步骤都叫 {name}。</translation>
    </message>
    <message>
        <source>Two threads and one box of coins</source>
        <translation>两个线程和一个硬币盒</translation>
    </message>
    <message>
        <source>Two workers for everybody</source>
        <translation>两个工作线程服务所有人</translation>
    </message>
    <message>
        <source>UDP sends without asking whether anybody is there. The other machine answered that no program has that port, and a connected socket reports it at its next call.</source>
        <translation>UDP 只管发送，不问对方在不在。对方的机器回答说没有程序使用那个端口，已连接的套接字会在下一次调用时报告这件事。</translation>
    </message>
    <message>
        <source>Upper case</source>
        <translation>大写</translation>
    </message>
    <message>
        <source>Wait for one request, at most until the timeout, and handle it.</source>
        <translation>等待一个请求（最多等到超时）并处理它。</translation>
    </message>
    <message>
        <source>What stands in line {line} is not {encoding}.</source>
        <translation>第 {line} 行的内容不是 {encoding} 编码。</translation>
    </message>
    <message>
        <source>Whatever a client sends puts 100 coins into the box: let two clients send at the same time, and see whether the box ever holds 200.</source>
        <translation>客户端无论发送什么，都会往盒子里放 100 枚硬币：让两个客户端同时发送，看看盒子里会不会有 200 枚。</translation>
    </message>
    <message>
        <source>Where it is not for all systems, why_here says why.</source>
        <translation>如果不是所有系统都适用，就要在 why_here 中说明原因。</translation>
    </message>
    <message>
        <source>Which server class {made} is cannot be known by reading. The program runs as it stands, whatever the dropdowns say; choose there what it is, and the class is named in this line.</source>
        <translation>只读代码看不出 {made} 是哪一种服务器类。不管下拉列表里选了什么，程序都会照原样运行；请在那里选出它的种类，这一行就会写出类名。</translation>
    </message>
    <message>
        <source>Whoever can reach this machine can then send anything to the handler.</source>
        <translation>这样一来，能连到这台机器的任何人都可以向处理器发送任何内容。</translation>
    </message>
    <message>
        <source>Windows has no memory limit that a program can set for itself.</source>
        <translation>Windows 没有程序可以给自己设置的内存上限。</translation>
    </message>
    <message>
        <source>With this many children the server accepts nobody until one ends.</source>
        <translation>子进程达到这个数量后，服务器就不再接受任何连接，直到有一个子进程结束。</translation>
    </message>
    <message>
        <source>Write host and port, 127.0.0.1:8000 for instance; the list of servers shows the port of each.</source>
        <translation>请写出主机和端口，例如 127.0.0.1:8000；服务器列表中显示了各个服务器的端口。</translation>
    </message>
    <message>
        <source>Write it at the left margin: class {wanted}(socketserver.{base}).</source>
        <translation>把它顶格写：class {wanted}(socketserver.{base})。</translation>
    </message>
    <message>
        <source>Write the address as the server shows it: 127.0.0.1 for AF_INET, ::1 for AF_INET6.</source>
        <translation>按服务器显示的那样写地址：AF_INET 用 127.0.0.1，AF_INET6 用 ::1。</translation>
    </message>
    <message>
        <source>Write the value into the program, where input() stands now; what a client is to say is typed in the chat.</source>
        <translation>请把值直接写进程序里，代替 input()；客户端要说的话，在对话中输入。</translation>
    </message>
    <message>
        <source>Write: class {wanted}(socketserver.{base}).</source>
        <translation>写成：class {wanted}(socketserver.{base})。</translation>
    </message>
    <message>
        <source>You may not make a file in {directory}.</source>
        <translation>你没有权限在 {directory} 中创建文件。</translation>
    </message>
    <message>
        <source>You may not open port {port}.</source>
        <translation>你没有权限打开端口 {port}。</translation>
    </message>
    <message>
        <source>You may not use the socket {place}.</source>
        <translation>你没有权限使用套接字{place}。</translation>
    </message>
    <message>
        <source>You may not write in that folder.</source>
        <translation>你没有权限写入那个文件夹。</translation>
    </message>
    <message>
        <source>Your share of the disk is full.</source>
        <translation>你的磁盘配额已经用完。</translation>
    </message>
    <message>
        <source>Z is a zombie: a child that has ended, and whose parent has not asked yet how. It holds no memory, only its entry. A forking server collects its children when a client comes, or once in a poll_interval.</source>
        <translation>Z 表示僵尸进程：子进程已经结束，但父进程还没有询问它是怎样结束的。它不占用内存，只占着一个表项。多进程服务器会在有客户端到来时，或每隔一个 poll_interval，回收子进程。</translation>
    </message>
    <message>
        <source>a date or a time</source>
        <translation>日期或时间</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>a method that the library does not have</source>
        <translation>库中没有的方法</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>一个程序</translation>
    </message>
    <message>
        <source>a program that the system does not name (another user&apos;s, perhaps)</source>
        <translation>系统没有给出名称的程序（可能属于其他用户）</translation>
    </message>
    <message>
        <source>a reply to client {client}</source>
        <translation>给客户端 {client} 的回复</translation>
    </message>
    <message>
        <source>a table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>allow_reuse_address came too late: the earlier server needed it too. Wait, or take another port.</source>
        <translation>现在才设置 allow_reuse_address 已经太晚：之前的服务器也需要设置它。请等一会儿，或换一个端口。</translation>
    </message>
    <message>
        <source>an alarm that it had set went off, and nothing took care of it</source>
        <translation>它设置的闹钟信号响了，却没有代码处理</translation>
    </message>
    <message>
        <source>being accepted</source>
        <translation>正在接受</translation>
    </message>
    <message>
        <source>being closed</source>
        <translation>正在关闭</translation>
    </message>
    <message>
        <source>being handed to a handler</source>
        <translation>正在交给处理器</translation>
    </message>
    <message>
        <source>being verified</source>
        <translation>正在验证</translation>
    </message>
    <message>
        <source>binds the socket to the server&apos;s address; may be overridden</source>
        <translation>把套接字绑定到服务器的地址；可以重写</translation>
    </message>
    <message>
        <source>bound</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>call</source>
        <translation>调用</translation>
    </message>
    <message>
        <source>called after handle(), to clean up, unless setup() raised; may be overridden</source>
        <translation>在 handle() 之后调用，用来清理，除非 setup() 引发了异常；可以重写</translation>
    </message>
    <message>
        <source>called at each turn of the loop; does nothing unless it is overridden</source>
        <translation>循环每转一圈就调用一次；除非重写，否则什么也不做</translation>
    </message>
    <message>
        <source>called before handle(), to get things ready; may be overridden</source>
        <translation>在 handle() 之前调用，用来做好准备；可以重写</translation>
    </message>
    <message>
        <source>called when a handler raises; prints the traceback unless it is overridden</source>
        <translation>处理器引发异常时调用；除非重写，否则打印回溯信息</translation>
    </message>
    <message>
        <source>called when no request came within the timeout; may be overridden</source>
        <translation>超时前没有收到请求时调用；可以重写</translation>
    </message>
    <message>
        <source>calls finish_request(); the mix-ins do it in a new thread or a new process</source>
        <translation>调用 finish_request()；混入类会在新线程或新进程中调用它</translation>
    </message>
    <message>
        <source>check {place}</source>
        <translation>第{place}项检查</translation>
    </message>
    <message>
        <source>child</source>
        <translation>子进程</translation>
    </message>
    <message>
        <source>child process {child} is still at work</source>
        <translation>子进程 {child} 还在工作</translation>
    </message>
    <message>
        <source>child {child} {how}</source>
        <translation>子进程 {child}{how}</translation>
    </message>
    <message>
        <source>child {pid}</source>
        <translation>子进程 {pid}</translation>
    </message>
    <message>
        <source>client</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>client {client}</source>
        <translation>客户端 {client}</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>closes the request&apos;s socket, in this process</source>
        <translation>在这个进程中关闭请求的套接字</translation>
    </message>
    <message>
        <source>closes the server&apos;s socket; mix-ins wait for their threads or children</source>
        <translation>关闭服务器的套接字；混入类会等待自己的线程或子进程结束</translation>
    </message>
    <message>
        <source>code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>collects child processes that have ended</source>
        <translation>回收已经结束的子进程</translation>
    </message>
    <message>
        <source>connect needs to, or a port, or a path.</source>
        <translation>connect 需要 to，或 port，或 path。</translation>
    </message>
    <message>
        <source>connect {name} to {to}</source>
        <translation>把 {name} 连接到 {to}</translation>
    </message>
    <message>
        <source>connected as {local}</source>
        <translation>已连接，本端为 {local}</translation>
    </message>
    <message>
        <source>connected to {peer} as {local}</source>
        <translation>已连接到 {peer}，本端为 {local}</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>connecting to {peer}</source>
        <translation>正在连接 {peer}</translation>
    </message>
    <message>
        <source>connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>connection with {peer}</source>
        <translation>与 {peer} 的连接</translation>
    </message>
    <message>
        <source>count</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>crashed with signal {status}</source>
        <translation>因信号 {status} 崩溃</translation>
    </message>
    <message>
        <source>crashed: it called functions too deeply (stack overflow)</source>
        <translation>崩溃：函数调用层数太深（栈溢出）</translation>
    </message>
    <message>
        <source>crashed: it destroyed its own stack</source>
        <translation>崩溃：它破坏了自己的栈</translation>
    </message>
    <message>
        <source>crashed: it read or wrote memory that is not its own (access violation)</source>
        <translation>崩溃：它读写了不属于自己的内存（访问冲突）</translation>
    </message>
    <message>
        <source>data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>data as bytes</source>
        <translation>字节形式的数据</translation>
    </message>
    <message>
        <source>data as text</source>
        <translation>文本形式的数据</translation>
    </message>
    <message>
        <source>dead</source>
        <translation>已消亡</translation>
    </message>
    <message>
        <source>detail</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>died</source>
        <translation>意外终止</translation>
    </message>
    <message>
        <source>disk sleep</source>
        <translation>不可中断睡眠</translation>
    </message>
    <message>
        <source>does all the work for a request; what you write</source>
        <translation>完成一个请求的全部工作；由你来编写</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>end of stream: the server closed its side</source>
        <translation>流结束：服务器关闭了它那一端</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>ended by Ctrl+C</source>
        <translation>因 Ctrl+C 结束</translation>
    </message>
    <message>
        <source>ended by itself: something called the server&apos;s shutdown(), so its loop came to an end</source>
        <translation>自行结束：有代码调用了服务器的 shutdown()，所以它的循环结束了</translation>
    </message>
    <message>
        <source>ended by itself: the program&apos;s last line was done</source>
        <translation>自行结束：程序的最后一行已经执行完</translation>
    </message>
    <message>
        <source>ended with code 1: an exception that nobody caught, os._exit(1) or sys.exit(1)</source>
        <translation>已结束，退出码为 1：有异常没有被捕获，或者调用了 os._exit(1) 或 sys.exit(1)</translation>
    </message>
    <message>
        <source>ended with code {code}: something called os._exit({code}) or sys.exit({code})</source>
        <translation>已结束，退出码为 {code}：有代码调用了 os._exit({code}) 或 sys.exit({code})</translation>
    </message>
    <message>
        <source>ended with code {status}</source>
        <translation>已结束，退出码为 {status}</translation>
    </message>
    <message>
        <source>error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>failed: in handle_error()</source>
        <translation>失败：在 handle_error() 中</translation>
    </message>
    <message>
        <source>failed: {what}</source>
        <translation>失败：{what}</translation>
    </message>
    <message>
        <source>file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>for a child</source>
        <translation>等待子进程结束</translation>
    </message>
    <message>
        <source>for a lock</source>
        <translation>等待锁</translation>
    </message>
    <message>
        <source>for a pipe</source>
        <translation>等待管道</translation>
    </message>
    <message>
        <source>forked child {child}</source>
        <translation>派生了子进程 {child}</translation>
    </message>
    <message>
        <source>goes on to {hook}()</source>
        <translation>继续执行 {hook}()</translation>
    </message>
    <message>
        <source>got a message of {size}</source>
        <translation>收到一条消息：{size}</translation>
    </message>
    <message>
        <source>got a message of {size} ({problem})</source>
        <translation>收到一条消息：{size}（{problem}）</translation>
    </message>
    <message>
        <source>got a message of {size} ({problem}) · {data}</source>
        <translation>收到一条消息：{size}（{problem}） · {data}</translation>
    </message>
    <message>
        <source>got a message of {size} · {data}</source>
        <translation>收到一条消息：{size} · {data}</translation>
    </message>
    <message>
        <source>got {size}</source>
        <translation>收到 {size}</translation>
    </message>
    <message>
        <source>got {size} · {data}</source>
        <translation>收到 {size} · {data}</translation>
    </message>
    <message>
        <source>handle_request() in a loop of your own</source>
        <translation>在自己的循环中调用 handle_request()</translation>
    </message>
    <message>
        <source>handle_request() waits for one client, or calls handle_timeout() when nobody comes for two seconds; in between the loop is yours, and this one ends after three clients.</source>
        <translation>handle_request() 等待一个客户端；如果两秒内没有人来，就调用 handle_timeout()。其余时间循环由你支配，这里的循环在接待三个客户端后结束。</translation>
    </message>
    <message>
        <source>handler</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>handles requests until shutdown() is called, and looks up at each poll interval</source>
        <translation>处理请求，直到有人调用 shutdown()；每隔一个轮询间隔检查一次</translation>
    </message>
    <message>
        <source>hex: {error}.</source>
        <translation>hex：{error}。</translation>
    </message>
    <message>
        <source>hint</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>hook</source>
        <translation>钩子</translation>
    </message>
    <message>
        <source>how</source>
        <translation>怎样结束</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>in accept()</source>
        <translation>在 accept() 中</translation>
    </message>
    <message>
        <source>in epoll()</source>
        <translation>在 epoll() 中</translation>
    </message>
    <message>
        <source>in finish()</source>
        <translation>在 finish() 中</translation>
    </message>
    <message>
        <source>in handle()</source>
        <translation>在 handle() 中</translation>
    </message>
    <message>
        <source>in its own process</source>
        <translation>在自己的进程中</translation>
    </message>
    <message>
        <source>in its own thread</source>
        <translation>在自己的线程中</translation>
    </message>
    <message>
        <source>in poll()</source>
        <translation>在 poll() 中</translation>
    </message>
    <message>
        <source>in recv()</source>
        <translation>在 recv() 中</translation>
    </message>
    <message>
        <source>in recvfrom()</source>
        <translation>在 recvfrom() 中</translation>
    </message>
    <message>
        <source>in select()</source>
        <translation>在 select() 中</translation>
    </message>
    <message>
        <source>in send()</source>
        <translation>在 send() 中</translation>
    </message>
    <message>
        <source>in setup()</source>
        <translation>在 setup() 中</translation>
    </message>
    <message>
        <source>in sleep()</source>
        <translation>在 sleep() 中</translation>
    </message>
    <message>
        <source>in {function}</source>
        <translation>在 {function} 中</translation>
    </message>
    <message>
        <source>it asked the system for something that a security rule forbids</source>
        <translation>它请求系统做安全规则禁止的事</translation>
    </message>
    <message>
        <source>it calculated something impossible, a division by zero in C code perhaps</source>
        <translation>它做了不可能的计算，可能是 C 代码中除以零</translation>
    </message>
    <message>
        <source>it came to a breakpoint that no debugger was waiting for</source>
        <translation>它遇到了断点，却没有调试器在等待</translation>
    </message>
    <message>
        <source>it came to something that this processor cannot do</source>
        <translation>它遇到了这个 CPU 无法执行的指令</translation>
    </message>
    <message>
        <source>it cut the line to this window: its code closed files that are not its own, with os.close() or os.closerange()</source>
        <translation>它切断了与这个窗口的联系：它的代码用 os.close() 或 os.closerange() 关闭了不属于它的文件</translation>
    </message>
    <message>
        <source>it gave up itself, after an inner check failed (abort)</source>
        <translation>内部检查失败后，它自己放弃了（abort）</translation>
    </message>
    <message>
        <source>it had not stopped after {seconds} seconds</source>
        <translation>过了 {seconds} 秒它还没有停止</translation>
    </message>
    <message>
        <source>it is longer than {limit} KiB</source>
        <translation>它超过了 {limit} KiB</translation>
    </message>
    <message>
        <source>it touched memory that is not its own: a mistake in C code, or functions called too deeply</source>
        <translation>它访问了不属于自己的内存：C 代码有错误，或者函数调用层数太深</translation>
    </message>
    <message>
        <source>it touched memory that is not there, in a file that became shorter perhaps</source>
        <translation>它访问了不存在的内存，可能是所用的文件变短了</translation>
    </message>
    <message>
        <source>it used more processor time than it was allowed</source>
        <translation>它用的 CPU 时间超过了允许的限度</translation>
    </message>
    <message>
        <source>it was not listening after {seconds} seconds</source>
        <translation>过了 {seconds} 秒它还没有开始监听</translation>
    </message>
    <message>
        <source>it wrote a file longer than it was allowed</source>
        <translation>它写的文件超过了允许的长度</translation>
    </message>
    <message>
        <source>it wrote to a pipe or socket that nobody reads any more</source>
        <translation>它向一个已经没有人读取的管道或套接字写入了数据</translation>
    </message>
    <message>
        <source>it wrote what is no event: {error}</source>
        <translation>它写出的内容不是事件：{error}</translation>
    </message>
    <message>
        <source>json: {error}.</source>
        <translation>json：{error}。</translation>
    </message>
    <message>
        <source>kernel object</source>
        <translation>内核对象</translation>
    </message>
    <message>
        <source>kernel&apos;s queue</source>
        <translation>内核的队列</translation>
    </message>
    <message>
        <source>kill {name}</source>
        <translation>强制结束 {name}</translation>
    </message>
    <message>
        <source>killed</source>
        <translation>已被强制结束</translation>
    </message>
    <message>
        <source>killed by signal {number}</source>
        <translation>被信号 {number} 终止</translation>
    </message>
    <message>
        <source>killed by {name} (signal {number})</source>
        <translation>被 {name}（信号 {number}）终止</translation>
    </message>
    <message>
        <source>killed by {name} (signal {number}): {meaning}</source>
        <translation>被 {name}（信号 {number}）终止：{meaning}</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>kind must be one of {names}.</source>
        <translation>kind 必须是下列之一：{names}。</translation>
    </message>
    <message>
        <source>life</source>
        <translation>生命周期</translation>
    </message>
    <message>
        <source>line</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>listening</source>
        <translation>正在监听</translation>
    </message>
    <message>
        <source>listening on {address}</source>
        <translation>正在监听 {address}</translation>
    </message>
    <message>
        <source>local</source>
        <translation>本端</translation>
    </message>
    <message>
        <source>macOS takes memory limits, but does not heed them.</source>
        <translation>macOS 接受内存上限的设置，但并不遵守。</translation>
    </message>
    <message>
        <source>main thread</source>
        <translation>主线程</translation>
    </message>
    <message>
        <source>main {pid}</source>
        <translation>主线程 {pid}</translation>
    </message>
    <message>
        <source>makes the handler: its setup(), handle() and finish() are called one after another</source>
        <translation>创建处理器：依次调用它的 setup()、handle() 和 finish()</translation>
    </message>
    <message>
        <source>makes the socket listen, where it is a stream&apos;s; may be overridden</source>
        <translation>如果是流套接字，就让它开始监听；可以重写</translation>
    </message>
    <message>
        <source>making the handler</source>
        <translation>正在创建处理器</translation>
    </message>
    <message>
        <source>message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>not run</source>
        <translation>未运行</translation>
    </message>
    <message>
        <source>not seen yet</source>
        <translation>尚未看到</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>尚未启动</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>未提供</translation>
    </message>
    <message>
        <source>number {number} of {name}</source>
        <translation>{name} 的第 {number} 项</translation>
    </message>
    <message>
        <source>one of {names}</source>
        <translation>下列之一：{names}</translation>
    </message>
    <message>
        <source>order</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>所属</translation>
    </message>
    <message>
        <source>parent</source>
        <translation>父进程</translation>
    </message>
    <message>
        <source>peer</source>
        <translation>对端</translation>
    </message>
    <message>
        <source>pipe</source>
        <translation>管道</translation>
    </message>
    <message>
        <source>place is {name}; it must be one of {all}.</source>
        <translation>place 是 {name}，但它必须是下列之一：{all}。</translation>
    </message>
    <message>
        <source>port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>printed</source>
        <translation>有输出</translation>
    </message>
    <message>
        <source>printed: {text}</source>
        <translation>输出：{text}</translation>
    </message>
    <message>
        <source>problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>process</source>
        <translation>进程</translation>
    </message>
    <message>
        <source>process_request() only hands the client over and returns, so closing the connection with shutdown_request() is now the worker&apos;s task: see where that stands, and why.</source>
        <translation>process_request() 只是把客户端交出去就返回，所以用 shutdown_request() 关闭连接现在是工作线程的任务：看看这一句写在哪里，为什么。</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>returns the socket&apos;s file descriptor, for the selector that waits for requests</source>
        <translation>返回套接字的文件描述符，供等待请求的选择器使用</translation>
    </message>
    <message>
        <source>returns whether to go on with the request; may be overridden</source>
        <translation>返回是否继续处理这个请求；可以重写</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>saying goodbye</source>
        <translation>正在告别</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒数</translation>
    </message>
    <message>
        <source>send needs exactly one of json, text and hex.</source>
        <translation>send 需要 json、text 和 hex 中的一个，而且只能有一个。</translation>
    </message>
    <message>
        <source>send() needs a socket that was connected; sendto() names the address each time.</source>
        <translation>send() 需要已连接的套接字；sendto() 则每次都指明地址。</translation>
    </message>
    <message>
        <source>sent a message of {size}</source>
        <translation>发送了一条消息：{size}</translation>
    </message>
    <message>
        <source>sent a message of {size} · {data}</source>
        <translation>发送了一条消息：{size} · {data}</translation>
    </message>
    <message>
        <source>sent {size}</source>
        <translation>发送了 {size}</translation>
    </message>
    <message>
        <source>sent {size} · {data}</source>
        <translation>发送了 {size} · {data}</translation>
    </message>
    <message>
        <source>server loop</source>
        <translation>服务器循环</translation>
    </message>
    <message>
        <source>server process {pid} was made</source>
        <translation>创建了服务器进程 {pid}</translation>
    </message>
    <message>
        <source>server_close() waits until every handler has ended.</source>
        <translation>server_close() 会一直等到所有处理器都结束。</translation>
    </message>
    <message>
        <source>server_pid</source>
        <translation>服务器进程号</translation>
    </message>
    <message>
        <source>size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>sleeping</source>
        <translation>睡眠</translation>
    </message>
    <message>
        <source>socket</source>
        <translation>套接字</translation>
    </message>
    <message>
        <source>socketserver.BaseRequestHandler, StreamRequestHandler or DatagramRequestHandler</source>
        <translation>socketserver.BaseRequestHandler、StreamRequestHandler 或 DatagramRequestHandler</translation>
    </message>
    <message>
        <source>somebody asked it politely to end</source>
        <translation>有人礼貌地请它结束</translation>
    </message>
    <message>
        <source>somebody killed it outright, or the system did because memory ran out</source>
        <translation>有人直接强制结束了它，或者内存不足时系统这样做了</translation>
    </message>
    <message>
        <source>somebody pressed Ctrl+C</source>
        <translation>有人按了 Ctrl+C</translation>
    </message>
    <message>
        <source>somebody pressed Ctrl+\ in its terminal</source>
        <translation>有人在它的终端里按了 Ctrl+\</translation>
    </message>
    <message>
        <source>stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>standard error</source>
        <translation>标准错误</translation>
    </message>
    <message>
        <source>standard input</source>
        <translation>标准输入</translation>
    </message>
    <message>
        <source>standard output</source>
        <translation>标准输出</translation>
    </message>
    <message>
        <source>start {name}</source>
        <translation>启动 {name}</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>starting: activating</source>
        <translation>正在启动：激活</translation>
    </message>
    <message>
        <source>starting: binding</source>
        <translation>正在启动：绑定地址</translation>
    </message>
    <message>
        <source>still busy: {where}</source>
        <translation>还在忙：{where}</translation>
    </message>
    <message>
        <source>stop {name}</source>
        <translation>停止 {name}</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>正在停止</translation>
    </message>
    <message>
        <source>stopping: a handler is still busy</source>
        <translation>正在停止：还有处理器在忙</translation>
    </message>
    <message>
        <source>stopping: a handler is still busy: {where}</source>
        <translation>正在停止：还有处理器在忙，{where}</translation>
    </message>
    <message>
        <source>stopping: connections shut down</source>
        <translation>正在停止：连接已关断</translation>
    </message>
    <message>
        <source>stopping: live connections are shut down</source>
        <translation>正在停止：关断仍打开的连接</translation>
    </message>
    <message>
        <source>stopping: loop ended</source>
        <translation>正在停止：循环已结束</translation>
    </message>
    <message>
        <source>stopping: server closed</source>
        <translation>正在停止：服务器已关闭</translation>
    </message>
    <message>
        <source>stopping: shutdown called</source>
        <translation>正在停止：已调用 shutdown</translation>
    </message>
    <message>
        <source>stopping: shutdown() was called</source>
        <translation>正在停止：已调用 shutdown()</translation>
    </message>
    <message>
        <source>stopping: the loop has ended</source>
        <translation>正在停止：循环已经结束</translation>
    </message>
    <message>
        <source>stopping: the server is closed</source>
        <translation>正在停止：服务器已经关闭</translation>
    </message>
    <message>
        <source>sys.exit() ends a program, wherever it is called.</source>
        <translation>无论在哪里调用，sys.exit() 都会结束程序。</translation>
    </message>
    <message>
        <source>takes the next request: accepts a connection, or reads a datagram</source>
        <translation>取得下一个请求：接受一个连接，或读取一个数据报</translation>
    </message>
    <message>
        <source>tells the loop of serve_forever() to stop, and waits until it did</source>
        <translation>让 serve_forever() 的循环停止，并等到它停下来</translation>
    </message>
    <message>
        <source>tells the peer that no more will be sent, then calls close_request()</source>
        <translation>告诉对端不会再发送数据，然后调用 close_request()</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>the actions</source>
        <translation>各项操作</translation>
    </message>
    <message>
        <source>the child of {parent} began</source>
        <translation>{parent} 的子进程开始运行</translation>
    </message>
    <message>
        <source>the datagram socket</source>
        <translation>数据报套接字</translation>
    </message>
    <message>
        <source>the directory</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>the file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>the handler raised {kind}</source>
        <translation>处理器引发了{kind}</translation>
    </message>
    <message>
        <source>the handler raised {kind}: {message}</source>
        <translation>处理器引发了{kind}：{message}</translation>
    </message>
    <message>
        <source>the listening socket</source>
        <translation>监听套接字</translation>
    </message>
    <message>
        <source>the loop waits for the next request; it looks up at each poll</source>
        <translation>循环等待下一个请求，每次轮询时检查一次</translation>
    </message>
    <message>
        <source>the program failed in line {line}: {said}</source>
        <translation>程序在第 {line} 行出错：{said}</translation>
    </message>
    <message>
        <source>the program failed: {said}</source>
        <translation>程序出错：{said}</translation>
    </message>
    <message>
        <source>the server could not start</source>
        <translation>服务器无法启动</translation>
    </message>
    <message>
        <source>the server could not start: {what}</source>
        <translation>服务器无法启动：{what}</translation>
    </message>
    <message>
        <source>the server process is gone</source>
        <translation>服务器进程已经不在</translation>
    </message>
    <message>
        <source>the server process is gone: {what}</source>
        <translation>服务器进程已经不在：{what}</translation>
    </message>
    <message>
        <source>the server process was killed</source>
        <translation>服务器进程被强制结束</translation>
    </message>
    <message>
        <source>the server process was killed: {reason}</source>
        <translation>服务器进程被强制结束：{reason}</translation>
    </message>
    <message>
        <source>the socket file</source>
        <translation>套接字文件</translation>
    </message>
    <message>
        <source>the terminal that it belonged to was closed</source>
        <translation>它所属的终端关闭了</translation>
    </message>
    <message>
        <source>thread</source>
        <translation>线程</translation>
    </message>
    <message>
        <source>thread {thread}</source>
        <translation>线程 {thread}</translation>
    </message>
    <message>
        <source>thread {thread} began</source>
        <translation>线程 {thread} 开始</translation>
    </message>
    <message>
        <source>thread {thread} ends</source>
        <translation>线程 {thread} 结束</translation>
    </message>
    <message>
        <source>time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>took</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>traceback</source>
        <translation>回溯信息</translation>
    </message>
    <message>
        <source>traced</source>
        <translation>被跟踪</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>wait for {name}</source>
        <translation>等待 {name}</translation>
    </message>
    <message>
        <source>wait {name} s</source>
        <translation>等待 {name} 秒</translation>
    </message>
    <message>
        <source>waits before {hook}()</source>
        <translation>在 {hook}() 之前等待</translation>
    </message>
    <message>
        <source>waits for a datagram and for who sent it</source>
        <translation>等待一个数据报，并得知是谁发来的</translation>
    </message>
    <message>
        <source>waits for a datagram, which goes into a buffer that is there already</source>
        <translation>等待一个数据报，放入已有的缓冲区</translation>
    </message>
    <message>
        <source>waits for bytes and what comes with them</source>
        <translation>等待字节，以及随之而来的其他信息</translation>
    </message>
    <message>
        <source>waits for bytes, which go into a buffer that is there already</source>
        <translation>等待字节，放入已有的缓冲区</translation>
    </message>
    <message>
        <source>waits for bytes, which go into buffers that are there already</source>
        <translation>等待字节，放入已有的多个缓冲区</translation>
    </message>
    <message>
        <source>waits for bytes: the thread sleeps until some arrive or the peer leaves</source>
        <translation>等待字节：线程一直睡眠，直到有字节到达或对端离开</translation>
    </message>
    <message>
        <source>waits for one request, at most until the timeout, and handles it</source>
        <translation>等待一个请求（最多等到超时）并处理它</translation>
    </message>
    <message>
        <source>waits in {call}()</source>
        <translation>在 {call}() 中等待</translation>
    </message>
    <message>
        <source>waits until the time has passed; the thread does nothing else</source>
        <translation>等到时间过去；线程不做别的事</translation>
    </message>
    <message>
        <source>was killed by signal {status}</source>
        <translation>被信号 {status} 终止</translation>
    </message>
    <message>
        <source>what</source>
        <translation>情况</translation>
    </message>
    <message>
        <source>what a new thread runs: finish_request(), then shutdown_request()</source>
        <translation>新线程运行的内容：先是 finish_request()，然后是 shutdown_request()</translation>
    </message>
    <message>
        <source>where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>why</source>
        <translation>为什么</translation>
    </message>
    <message>
        <source>window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>you asked for it</source>
        <translation>这是你的要求</translation>
    </message>
    <message>
        <source>zombie</source>
        <translation>僵尸进程</translation>
    </message>
    <message>
        <source>{action}, {times} times</source>
        <translation>{action}，{times} 次</translation>
    </message>
    <message>
        <source>{action}: it did not come about within {seconds} s.</source>
        <translation>{action}：在 {seconds} 秒内没有发生。</translation>
    </message>
    <message>
        <source>{action}: the server did not start: {why}</source>
        <translation>{action}：服务器没有启动：{why}</translation>
    </message>
    <message>
        <source>{action}: there is no such server or client now.</source>
        <translation>{action}：现在没有这个服务器或客户端。</translation>
    </message>
    <message>
        <source>{action}: {error}.</source>
        <translation>{action}：{error}。</translation>
    </message>
    <message>
        <source>{call}() failed</source>
        <translation>{call}() 失败</translation>
    </message>
    <message>
        <source>{call}() failed: {error}</source>
        <translation>{call}() 失败：{error}</translation>
    </message>
    <message>
        <source>{call}() got b&quot;&quot;: end of stream</source>
        <translation>{call}() 收到 b&quot;&quot;：流结束</translation>
    </message>
    <message>
        <source>{call}() got b&quot;&quot;: end of stream from {peer}</source>
        <translation>{call}() 收到 b&quot;&quot;：来自 {peer} 的流结束</translation>
    </message>
    <message>
        <source>{call}() got {size}</source>
        <translation>{call}() 收到 {size}</translation>
    </message>
    <message>
        <source>{call}() got {size} · from {peer}</source>
        <translation>{call}() 收到 {size} · 来自 {peer}</translation>
    </message>
    <message>
        <source>{call}() got {size} · {data}</source>
        <translation>{call}() 收到 {size} · {data}</translation>
    </message>
    <message>
        <source>{call}() got {size} · {data} · from {peer}</source>
        <translation>{call}() 收到 {size} · {data} · 来自 {peer}</translation>
    </message>
    <message>
        <source>{call}() sent {size}</source>
        <translation>{call}() 发送了 {size}</translation>
    </message>
    <message>
        <source>{call}() sent {size} · to {peer}</source>
        <translation>{call}() 发送了 {size} · 发往 {peer}</translation>
    </message>
    <message>
        <source>{call}() sent {size} · {data}</source>
        <translation>{call}() 发送了 {size} · {data}</translation>
    </message>
    <message>
        <source>{call}() sent {size} · {data} · to {peer}</source>
        <translation>{call}() 发送了 {size} · {data} · 发往 {peer}</translation>
    </message>
    <message>
        <source>{client} hears {text}</source>
        <translation>{client} 收到 {text}</translation>
    </message>
    <message>
        <source>{client} is connected, from {here} to {there}.</source>
        <translation>{client} 已连接，从 {here} 到 {there}。</translation>
    </message>
    <message>
        <source>{client} ← {data}</source>
        <translation>{client} ← {data}</translation>
    </message>
    <message>
        <source>{client} ← {data} ({problem})</source>
        <translation>{client} ← {data}（{problem}）</translation>
    </message>
    <message>
        <source>{client} → {data}</source>
        <translation>{client} → {data}</translation>
    </message>
    <message>
        <source>{client}: the server closed its side.</source>
        <translation>{client}：服务器关闭了它那一端。</translation>
    </message>
    <message>
        <source>{client}: {what} {why}</source>
        <translation>{client}：{what} {why}</translation>
    </message>
    <message>
        <source>{constant} is a number for Python, but not for JSON.</source>
        <translation>{constant} 在 Python 中是数，在 JSON 中却不是。</translation>
    </message>
    <message>
        <source>{count} bytes</source>
        <translation>{count} 个字节</translation>
    </message>
    <message>
        <source>{count} events were too many to hand on</source>
        <translation>有 {count} 个事件来不及传过来</translation>
    </message>
    <message>
        <source>{count} events were too many to hand on; tracebacks may be among them</source>
        <translation>有 {count} 个事件来不及传过来；其中可能有回溯信息</translation>
    </message>
    <message>
        <source>{count} lines are too many: a program may have up to {most}.</source>
        <translation>{count} 行太多了：一个程序最多 {most} 行。</translation>
    </message>
    <message>
        <source>{count} of the characters cannot be seen: signs stand for them. Point at one.</source>
        <translation>有 {count} 个字符是看不见的，用符号代替显示。请把鼠标指向其中一个。</translation>
    </message>
    <message>
        <source>{event} has no field {name}; it has {fields}.</source>
        <translation>{event} 没有 {name} 字段，它的字段有：{fields}。</translation>
    </message>
    <message>
        <source>{file} can be read</source>
        <translation>{file} 可以读取</translation>
    </message>
    <message>
        <source>{file} has {field} {asked}</source>
        <translation>{file} 的 {field} 是 {asked}</translation>
    </message>
    <message>
        <source>{file}, line {line}: {code}</source>
        <translation>{file} 第 {line} 行：{code}</translation>
    </message>
    <message>
        <source>{hook}() called</source>
        <translation>调用 {hook}()</translation>
    </message>
    <message>
        <source>{hook}() called: {detail}</source>
        <translation>调用 {hook}()：{detail}</translation>
    </message>
    <message>
        <source>{hook}() returned</source>
        <translation>{hook}() 返回</translation>
    </message>
    <message>
        <source>{hook}() returned {result}</source>
        <translation>{hook}() 返回 {result}</translation>
    </message>
    <message>
        <source>{hook}() was left by {error}</source>
        <translation>{hook}() 因 {error} 而退出</translation>
    </message>
    <message>
        <source>{host} alone does not say which network is meant.</source>
        <translation>单凭 {host} 看不出指的是哪个网络。</translation>
    </message>
    <message>
        <source>{host} belongs to a network</source>
        <translation>{host} 属于某个网络</translation>
    </message>
    <message>
        <source>{host} cannot be reached with this kind of socket.</source>
        <translation>用这种套接字无法到达 {host}。</translation>
    </message>
    <message>
        <source>{host} is an IPv{version} address, which needs {needed}, but address_family is {chosen}.</source>
        <translation>{host} 是 IPv{version} 地址，需要 {needed}，但 address_family 是 {chosen}。</translation>
    </message>
    <message>
        <source>{host} is not an address of this machine.</source>
        <translation>{host} 不是这台机器的地址。</translation>
    </message>
    <message>
        <source>{kind}, or None</source>
        <translation>{kind}或 None</translation>
    </message>
    <message>
        <source>{name} came to its end, and no server of its had begun to listen.</source>
        <translation>{name} 运行完了，但其中没有服务器开始监听。</translation>
    </message>
    <message>
        <source>{name} cannot be read as Python code.</source>
        <translation>{name} 无法作为 Python 代码读取。</translation>
    </message>
    <message>
        <source>{name} cannot run: there is a mistake in line {line}.</source>
        <translation>{name} 无法运行：第 {line} 行有错误。</translation>
    </message>
    <message>
        <source>{name} could not be read.</source>
        <translation>无法读取 {name}。</translation>
    </message>
    <message>
        <source>{name} disconnects</source>
        <translation>{name} 断开连接</translation>
    </message>
    <message>
        <source>{name} ended itself in line {line} before there was a server.</source>
        <translation>还没有创建服务器，{name} 就在第 {line} 行自行结束了。</translation>
    </message>
    <message>
        <source>{name} half-closes</source>
        <translation>{name} 半关闭连接</translation>
    </message>
    <message>
        <source>{name} has a handle() method but is no handler class: let it inherit from {needed}.</source>
        <translation>{name} 有 handle() 方法，但不是处理器类：请让它继承 {needed}。</translation>
    </message>
    <message>
        <source>{name} has a handle() method but is no handler class: let it inherit from {needed}. Is {base} spelled right, and imported?</source>
        <translation>{name} 有 handle() 方法，但不是处理器类：请让它继承 {needed}。{base} 拼写正确吗？导入了吗？</translation>
    </message>
    <message>
        <source>{name} is a difference itself; name its parts instead.</source>
        <translation>{name} 本身就是差值；请改为写出它的各个组成部分。</translation>
    </message>
    <message>
        <source>{name} is declared without a value.</source>
        <translation>声明了 {name}，但没有赋值。</translation>
    </message>
    <message>
        <source>{name} is missing.</source>
        <translation>缺少 {name}。</translation>
    </message>
    <message>
        <source>{name} is no do step: nothing happens in it.</source>
        <translation>{name} 不是 do 步骤：其中什么也不会发生。</translation>
    </message>
    <message>
        <source>{name} is not a constant.</source>
        <translation>{name} 不是常量。</translation>
    </message>
    <message>
        <source>{name} is not a file.</source>
        <translation>{name} 不是文件。</translation>
    </message>
    <message>
        <source>{name} is too large.</source>
        <translation>{name} 太大了。</translation>
    </message>
    <message>
        <source>{name} is {value}; it must be one of {allowed}.</source>
        <translation>{name} 是 {value}，但它必须是下列之一：{allowed}。</translation>
    </message>
    <message>
        <source>{name} is {value}; it must be {kind}.</source>
        <translation>{name} 是 {value}，但它必须是{kind}。</translation>
    </message>
    <message>
        <source>{name} is {value}; it must lie between {minimum} and {maximum}.</source>
        <translation>{name} 是 {value}，但它必须在 {minimum} 到 {maximum} 之间。</translation>
    </message>
    <message>
        <source>{name} may not be read.</source>
        <translation>没有权限读取 {name}。</translation>
    </message>
    <message>
        <source>{name} must be a number between {minimum} and {maximum}.</source>
        <translation>{name} 必须是 {minimum} 到 {maximum} 之间的数。</translation>
    </message>
    <message>
        <source>{name} must be a text of {minimum} to {maximum} printable characters.</source>
        <translation>{name} 必须是 {minimum} 到 {maximum} 个可打印字符的文本。</translation>
    </message>
    <message>
        <source>{name} must be a whole number between {minimum} and {maximum}.</source>
        <translation>{name} 必须是 {minimum} 到 {maximum} 之间的整数。</translation>
    </message>
    <message>
        <source>{name} must be {wanted}, not {got}.</source>
        <translation>{name} 必须是 {wanted}，而不是 {got}。</translation>
    </message>
    <message>
        <source>{name} must lie between {low} and {high}.</source>
        <translation>{name} 必须在 {low} 到 {high} 之间。</translation>
    </message>
    <message>
        <source>{name} raised an exception before there was a server.</source>
        <translation>还没有创建服务器，{name} 就引发了异常。</translation>
    </message>
    <message>
        <source>{name} raised an exception in line {line} before there was a server.</source>
        <translation>还没有创建服务器，{name} 就在第 {line} 行引发了异常。</translation>
    </message>
    <message>
        <source>{name} reads again</source>
        <translation>{name} 恢复读取</translation>
    </message>
    <message>
        <source>{name} resets its connection</source>
        <translation>{name} 重置连接</translation>
    </message>
    <message>
        <source>{name} sends {data}</source>
        <translation>{name} 发送 {data}</translation>
    </message>
    <message>
        <source>{name} stops reading</source>
        <translation>{name} 停止读取</translation>
    </message>
    <message>
        <source>{name} vanishes</source>
        <translation>{name} 消失</translation>
    </message>
    <message>
        <source>{name} was not saved.</source>
        <translation>{name} 没有保存。</translation>
    </message>
    <message>
        <source>{name} was saved by another program.</source>
        <translation>{name} 被另一个程序保存过。</translation>
    </message>
    <message>
        <source>{name}() in {file}, line {line}: {code}</source>
        <translation>{file} 第 {line} 行，{name}() 中：{code}</translation>
    </message>
    <message>
        <source>{name}() — {words}.</source>
        <translation>{name}()：{words}。</translation>
    </message>
    <message>
        <source>{name}() — {words}. {documented}</source>
        <translation>{name}()：{words}。{documented}</translation>
    </message>
    <message>
        <source>{name}: {why}</source>
        <translation>{name}：{why}</translation>
    </message>
    <message>
        <source>{passed} of {all} checks passed, {seconds} s</source>
        <translation>{all} 项检查中有 {passed} 项通过，{seconds} 秒</translation>
    </message>
    <message>
        <source>{path} was not removed: a running program has this socket open. Stop it first.</source>
        <translation>没有删除 {path}：有一个正在运行的程序还开着这个套接字。请先停止它。</translation>
    </message>
    <message>
        <source>{path} was not removed: it is not a socket, so it may be of use to somebody.</source>
        <translation>没有删除 {path}：它不是套接字，也许别人还要用它。</translation>
    </message>
    <message>
        <source>{path} was not removed: there is no such file any more. Just start the server.</source>
        <translation>没有删除 {path}：这个文件已经不存在。直接启动服务器就行。</translation>
    </message>
    <message>
        <source>{path} was not removed: we have no permission to find out whether it is in use.</source>
        <translation>没有删除 {path}：我们没有权限查明它是否正在使用。</translation>
    </message>
    <message>
        <source>{path} was not removed: you may not change the directory it is in. Take another path.</source>
        <translation>没有删除 {path}：你没有权限更改它所在的目录。请换一个路径。</translation>
    </message>
    <message>
        <source>{path} was not written: {why}.</source>
        <translation>没有写入 {path}：{why}。</translation>
    </message>
    <message>
        <source>{path}: This is an experiment, not a lesson: it has no steps.</source>
        <translation>{path}：这是实验，不是课程：它没有步骤。</translation>
    </message>
    <message>
        <source>{place} (process {pid}, thread {thread})</source>
        <translation>{place}（进程 {pid}，线程 {thread}）</translation>
    </message>
    <message>
        <source>{place} (thread {thread})</source>
        <translation>{place}（线程 {thread}）</translation>
    </message>
    <message>
        <source>{place} did not answer in time.</source>
        <translation>{place}没有及时应答。</translation>
    </message>
    <message>
        <source>{place} is a file, but not a socket.</source>
        <translation>{place}是文件，但不是套接字。</translation>
    </message>
    <message>
        <source>{place} is not an address: there is no such port.</source>
        <translation>{place}不是地址：没有这样的端口。</translation>
    </message>
    <message>
        <source>{place} took no more bytes in time.</source>
        <translation>{place}没有及时收下更多字节。</translation>
    </message>
    <message>
        <source>{port} is still in use by an old connection: {who} has it open.</source>
        <translation>{port} 仍被旧连接占用：{who}还开着它。</translation>
    </message>
    <message>
        <source>{port} is still in {status}: no program has it, but the system has not let go of it.</source>
        <translation>{port} 仍处于 {status} 状态：没有程序占用它，但系统还没有释放它。</translation>
    </message>
    <message>
        <source>{port} is taken, and the system does not say by whom.</source>
        <translation>{port} 已被占用，系统没有说明被谁占用。</translation>
    </message>
    <message>
        <source>{port} is taken: {who} has it.</source>
        <translation>{port} 已被占用：占用者是{who}。</translation>
    </message>
    <message>
        <source>{program} (process {pid})</source>
        <translation>{program}（进程 {pid}）</translation>
    </message>
    <message>
        <source>{protocol} port {port}</source>
        <translation>{protocol} 端口 {port}</translation>
    </message>
    <message>
        <source>{role} · {what}</source>
        <translation>{role} · {what}</translation>
    </message>
    <message>
        <source>{said} for at most {seconds} s</source>
        <translation>{said}，最多 {seconds} 秒</translation>
    </message>
    <message>
        <source>{said} for {peer}</source>
        <translation>{said}，对端为 {peer}</translation>
    </message>
    <message>
        <source>{server} did not start: {what} {why}</source>
        <translation>{server} 没有启动：{what} {why}</translation>
    </message>
    <message>
        <source>{server} listens on {address}, in process {pid}.</source>
        <translation>{server} 正在监听 {address}，在进程 {pid} 中。</translation>
    </message>
    <message>
        <source>{server} prints: {text}</source>
        <translation>{server} 输出：{text}</translation>
    </message>
    <message>
        <source>{server} was killed: {reason}.</source>
        <translation>{server} 被强制结束：{reason}。</translation>
    </message>
    <message>
        <source>{server}: its process {what}.</source>
        <translation>{server}：它的进程{what}。</translation>
    </message>
    <message>
        <source>{server}: the handler raised {kind}: {said}</source>
        <translation>{server}：处理器引发了{kind}：{said}</translation>
    </message>
    <message>
        <source>{size} KiB are too much: a program may have up to {most} KiB.</source>
        <translation>{size} KiB 太大了：一个程序最多 {most} KiB。</translation>
    </message>
    <message>
        <source>{step}: wrong actions</source>
        <translation>{step}：错误的操作</translation>
    </message>
    <message>
        <source>{step}: wrong actions do not tick</source>
        <translation>{step}：错误的操作不会打勾</translation>
    </message>
    <message>
        <source>{take} needs a field.</source>
        <translation>{take} 需要 field。</translation>
    </message>
    <message>
        <source>{take} needs until.</source>
        <translation>{take} 需要 until。</translation>
    </message>
    <message>
        <source>{these} or {last}</source>
        <translation>{these} 或 {last}</translation>
    </message>
    <message>
        <source>{thread} waits before {hook}()</source>
        <translation>{thread} 在 {hook}() 之前等待</translation>
    </message>
    <message>
        <source>{version} is not available on this machine.</source>
        <translation>这台机器上无法使用 {version}。</translation>
    </message>
    <message>
        <source>{wanted}, in line {line} of {name}, cannot do its work: it is no handler class.</source>
        <translation>{name} 第 {line} 行的 {wanted} 无法工作：它不是处理器类。</translation>
    </message>
    <message>
        <source>{wanted}, in line {line} of {name}, cannot do its work: it is no server class.</source>
        <translation>{name} 第 {line} 行的 {wanted} 无法工作：它不是服务器类。</translation>
    </message>
    <message>
        <source>{why} The old server had to make room for this one, and is gone.</source>
        <translation>{why}旧服务器必须先为它让位，现在已经不在了。</translation>
    </message>
    <message>
        <source>{words}, and {count} more</source>
        <translation>{words}，另外还有 {count} 个</translation>
    </message>
    <message>
        <source>… and {size} more</source>
        <translation>… 还有 {size}</translation>
    </message>
    <message>
        <source>✓ {path}: every step is ticked, every question has one answer.</source>
        <translation>✓ {path}：每个步骤都打了勾，每个问题都有且只有一个答案。</translation>
    </message>
</context>
<context>
    <name>entry_text</name>
    <message>
        <source>Documentation: {0}</source>
        <translation>文档：{0}</translation>
    </message>
    <message>
        <source>See also: {0}</source>
        <translation>另见：{0}</translation>
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
        <translation>断开(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Examples…</source>
        <translation>示例(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Find in the log</source>
        <translation>在日志中查找(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Glossary</source>
        <translation>术语表(&amp;G)</translation>
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
        <translation>课程(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Lessons…</source>
        <translation>课程(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;New client to the selected server</source>
        <translation>新建连到所选服务器的客户端(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Next step</source>
        <translation>下一步(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open a server of your own…</source>
        <translation>打开自己的服务器(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Read again</source>
        <translation>恢复读取(&amp;R)</translation>
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
        <source>&amp;Stop reading</source>
        <translation>停止读取(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Vanish</source>
        <translation>消失(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;What&apos;s this?</source>
        <translation>这是什么？(&amp;W)</translation>
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
        <source>Explain what has the &amp;keys</source>
        <translation>解释焦点所在的控件(&amp;K)</translation>
    </message>
    <message>
        <source>L&amp;eave the lesson</source>
        <translation>离开课程(&amp;E)</translation>
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
        <translation>新建连到其他地址的客户端(&amp;A)…</translation>
    </message>
    <message>
        <source>Open a &amp;folder of lessons…</source>
        <translation>打开课程文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>Open e&amp;xperiment…</source>
        <translation>打开实验(&amp;X)…</translation>
    </message>
    <message>
        <source>R&amp;eset</source>
        <translation>重置(&amp;E)</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>Sa&amp;ve experiment…</source>
        <translation>保存实验(&amp;V)…</translation>
    </message>
    <message>
        <source>Start &amp;again with this code</source>
        <translation>用这份代码重新启动(&amp;A)</translation>
    </message>
    <message>
        <source>Step &amp;before</source>
        <translation>上一步(&amp;B)</translation>
    </message>
    <message>
        <source>Stop &amp;all</source>
        <translation>全部停止(&amp;A)</translation>
    </message>
    <message>
        <source>Take it &amp;home…</source>
        <translation>导出带走(&amp;H)…</translation>
    </message>
    <message>
        <source>To the &amp;builder</source>
        <translation>转到“搭建服务器”(&amp;B)</translation>
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
        <translation>…共 {0} 个字符</translation>
    </message>
</context>
<context>
    <name>running_marks</name>
    <message>
        <source>{0}() is about to be entered: the server is paused</source>
        <translation>即将进入 {0}()：服务器已暂停</translation>
    </message>
    <message>
        <source>{0}() is running now</source>
        <translation>{0}() 正在运行</translation>
    </message>
    <message>
        <source>{0}() is running now, and waits</source>
        <translation>{0}() 正在运行，并且在等待</translation>
    </message>
    <message>
        <source>{0}, for request {1}</source>
        <translation>{0}（请求 {1}）</translation>
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
        <translation>逐个处理</translation>
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
